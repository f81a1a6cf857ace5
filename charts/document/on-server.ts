/** The document that drawings are made in on a server: linkedom's, which has no screen. */
import { parseHTML } from 'linkedom';

export const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as {
  readonly document: Document;
};
