/** The language server's entry in Node. */
export {};
