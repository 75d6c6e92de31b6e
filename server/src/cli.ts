/** The command line's entry. */
export {};
