/**
 * The files of examples/, in the order in which they are opened. A folder of the web cannot be listed, so they are named here; a test says
 * when one is missing.
 */
export const EXAMPLE_FILES = ['fw_a.cfg', 'fw_b.cfg', 'fw_b-capture.txt'] as const;

/** The one that a device printed causes into, and the first of them. */
export const EXAMPLE_CAPTURE = { file: 'fw_b-capture.txt', cause: 'initiator dh mismatch' } as const;
