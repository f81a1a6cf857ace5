/** What an answer says, for tests that need no browser. */
import { type APIRequestContext, expect } from '@playwright/test';
import { parseHTML } from 'linkedom';

/** The document at an address, as programs read it. */
export async function readDocument(request: APIRequestContext, address: string): Promise<Document> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  return parseHTML(await answer.text()).document as unknown as Document;
}

/** Path and query of an address of this site. */
export function toPath(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** Names of the choices that a document offers in its links and forms, but for the snapshot. */
export function listChoices(document: Document): string[] {
  const names = new Set<string>();
  for (const link of document.querySelectorAll('a[href*="?"]')) {
    const [, query = ''] = /\?([^#]*)/.exec(link.getAttribute('href') ?? '') ?? [];
    for (const name of new URLSearchParams(query).keys()) names.add(name);
  }
  for (const field of document.querySelectorAll('input[name], select[name]')) {
    names.add(field.getAttribute('name') ?? '');
  }
  // A wrong choice is corrected, but a snapshot that is not kept is not found.
  names.delete('snapshot');
  return [...names].sort();
}
