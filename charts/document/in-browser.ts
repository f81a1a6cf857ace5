/** The document that drawings are made in in a browser: the page's own. */
export const { document } = globalThis;
