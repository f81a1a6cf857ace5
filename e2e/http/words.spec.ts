/** No page says a word that `tests/banned-words.csv` forbids, but in names and quotations. */
import { expect, test } from '@playwright/test';
import { findBannedWords, readRows } from '@/tests/words';
import { readDocument } from '../support/http';
import { PAGES } from '../support/pages';

/** What others wrote: titles, publishers and origins of sources, names of organizations. */
const QUOTED = [
  ...readRows('data/sources/sources.csv').flatMap(({ title, publisher, origin }) => [
    title,
    publisher,
    origin,
  ]),
  ...readRows('data/organizations/organizations.csv').map(({ name }) => name),
  ...readRows('data/gpu-holdings/gpu-holdings.csv').map(({ cluster }) => cluster),
]
  .filter((text): text is string => Boolean(text?.includes(' ')))
  .sort((a, b) => b.length - a.length);

const EMBEDS = ['/embed/market-share', '/embed/accelerator-holders'];

for (const path of [...PAGES, ...EMBEDS]) {
  test(`${path} is in plain words`, async ({ request }) => {
    const document = await readDocument(request, path);
    expect(listSentences(document).flatMap(findBannedWords)).toEqual([]);
  });
}

/** Texts of the elements that hold text of their own, without code, and their labels. */
function listSentences(document: Document): string[] {
  for (const machine of document.querySelectorAll('script, style, code, pre, option')) {
    machine.remove();
  }
  const texts = [...document.querySelectorAll('*')].flatMap((element) => [
    element.getAttribute('aria-label') ?? '',
    element.getAttribute('title') ?? '',
    element.tagName === 'META' ? (element.getAttribute('content') ?? '') : '',
    [...element.childNodes].some(({ nodeType }) => nodeType === TEXT) ? element.textContent : '',
  ]);
  return [...new Set(texts.map(withoutQuotations))].filter((text) => text.includes(' '));
}

const TEXT = 3;

/** Without quotations, and without addresses that are written out. */
const withoutQuotations = (text: string) =>
  QUOTED.reduce((rest, quoted) => rest.replaceAll(quoted, '…'), text).replace(ADDRESS, '…');

const ADDRESS = /\S+\/(charts|calculators|datasets)\/\S+/g;
