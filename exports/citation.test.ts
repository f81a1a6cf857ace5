/** Reads citations as reference managers do. */
import { parse as parseBibTeX } from '@retorquere/bibtex-parser';
import Ajv from 'ajv/dist/2020';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Contract } from '@/data/contract';
import { sources } from '@/data/sources/contract';
import type { SourceRow } from '@/db/queries/names';
import { listNewestSources } from '@/db/queries/sources';
import type { Snapshot } from '@/db/snapshot-tables';
import { toSentence } from './citation';
import { openFiles } from './formats/files-for-tests';
import type { Publication } from './publication';

const files = openFiles();

test('a finding in a sentence names whose figures it rests on, once', () => {
  const cite = (title: string) =>
    toSentence({
      title: 'Shares',
      href: '/charts/market-share',
      snapshot: { id: 'abc', collected_on: '2026-11-26' } as Snapshot,
      sources: [{ origin: 'Epoch AI', publisher: 'Epoch AI' } as SourceRow],
      pictures: title === '' ? [] : [{ title } as Publication['pictures'][number]],
    });
  expect(cite('Nvidia leads (Epoch AI)')).toMatch(
    /^Nvidia leads \(Epoch AI; AI Hardware Tracker, http\S+snapshot=abc\)\.$/,
  );
  expect(cite('Nvidia leads (again)')).toMatch(/^Nvidia leads \(again\) \(Epoch AI; /);
  expect(cite('')).toBeNull();
});

describe('citations', () => {
  let known: readonly SourceRow[];
  beforeAll(async () => {
    known = (await listNewestSources(files.tracker.orm, sources as Contract, -1)).newest;
  });

  it('are BibTeX that a reader of BibTeX takes, with every source there is', async () => {
    const { errors, entries } = parseBibTeX((await files.get('/datasets/sources.bib')).text, {
      sentenceCase: false,
    });
    expect(errors).toEqual([]);
    expect(entries.slice(1).map(({ key }) => key)).toEqual(known.map(({ source }) => source));
    entries.slice(1).forEach(({ key, fields }, index) => {
      const { title, origin, publisher, url, published_on, retrieved } = known[index]!;
      const [author, ...others] = fields.author ?? [];
      expect([toPlain(author?.name ?? ''), others], key).toEqual([
        toPlain(origin ?? publisher),
        [],
      ]);
      expect(toPlain(fields.title ?? ''), key).toBe(toPlain(title));
      expect(fields.url ?? null, key).toBe(url);
      expect(fields.year ?? null, key).toBe(published_on?.slice(0, 4) ?? null);
      expect(fields.urldate, key).toBe(retrieved);
    });
    expect(entries[0]).toMatchObject({
      type: 'dataset',
      fields: {
        publisher: ['AI Hardware Tracker'],
        version: `snapshot ${files.tracker.snapshot.id}`,
      },
    });
    expect(new Set(entries.map(({ type }) => type))).toEqual(
      new Set(['dataset', 'online', 'misc']),
    );
    const { text } = await files.get('/datasets/sources.bib');
    expect(text).toMatch(/^ {2}month = nov,$/m);
    expect(text).not.toMatch(/month = [^a-z]/);
  });

  it('of a chart name the address of its snapshot, in every form', async () => {
    const { id } = files.tracker.snapshot;
    const query = 'series=nvidia~amd';
    const address = new RegExp(`/charts/market-share\\?${query}&snapshot=${id}`);
    for (const form of ['txt', 'bib', 'ris', 'csl']) {
      const { text, answer } = await files.get(`/charts/market-share.${form}?${query}`);
      expect(text, form).toMatch(address);
      expect(answer.headers.get('link'), form).toMatch(address);
    }
  });

  it.each([
    ['bib', /title = \{\{([^}]+)\}\}/, /abstract = \{([^}]+)\}/],
    ['ris', /^TI {2}- (.+)\r$/m, /^AB {2}- (.+)\r$/m],
    ['csl', /"title": "(.+)"/, /"abstract": "(.+)"/],
  ])('of a chart have its title as title and its finding as abstract: %s', async (form, ...at) => {
    const { text } = await files.get(`/charts/nvidia-data-center-revenue.${form}`);
    const [title, finding] = at.map((pattern) => pattern.exec(text)?.[1] ?? '');
    expect(title).toMatch(/^Nvidia.*revenue$/);
    expect(finding).toMatch(/\d/);
    expect(finding).not.toBe(title);
    expect((await files.get(`/datasets/chips.${form}`)).text).not.toMatch(at[1]);
  });

  it.each([
    ['txt', 'Accessed Nov 25, 2026.\n'],
    ['bib', 'urldate = {2026-11-25}'],
    ['ris', 'Y2  - 2026/11/25'],
    ['csl', /"accessed": \{\s*"date-parts": \[\s*\[\s*2026,\s*11,\s*25\s*\]/],
  ])('name the day of access where it is told: %s', async (form, expected) => {
    const asked = await files.get(`/datasets/chips.${form}?accessed=2026-11-25`);
    expect(asked.text).toMatch(expected);
    expect((await files.get(`/datasets/chips.${form}`)).text).not.toMatch(expected);
  });

  it.each(['today', '2026-02-30', '2026-11'])('refuse %s as such a day', async (day) => {
    const { answer, text } = await files.get(`/charts/market-share.bib?accessed=${day}`);
    expect(answer.status).toBe(400);
    expect(JSON.parse(text).problems).toMatchObject([
      { parameter: 'accessed', found: day, allowed: expect.stringContaining('2026-11-25') },
    ]);
  });

  it('are RIS records, each from its type to its end', async () => {
    const { text } = await files.get('/datasets/sources.ris');
    const records = text.split('\r\n\r\n').map((record) => record.trimEnd().split('\r\n'));
    expect(records.length).toBe(1 + known.length);
    records.forEach((lines, index) => {
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-( \S.*)?$/);
      const tags = lines.map((line) => line.slice(0, 2));
      expect([tags[0], tags.at(-1)]).toEqual(['TY', 'ER']);
      expect(tags).toEqual([...new Set(tags)]);
      const values = Object.fromEntries(lines.map((line) => [line.slice(0, 2), line.slice(6)]));
      expect(values.TY).toMatch(/^(DATA|ELEC)$/);
      expect(values.AU).toMatch(/^[^,]+,$/);
      if (values.DA) expect(values.DA).toMatch(/^\d{4}(\/\d\d){0,2}$/);
      const source = known[index - 1];
      if (source) expect([values.ID, values.UR ?? null]).toEqual([source.source, source.url]);
    });
  });

  it('are CSL-JSON items with types and dates that the schema knows', async () => {
    const items = JSON.parse((await files.get('/datasets/sources.csl')).text);
    const fits = new Ajv({ strictTuples: false }).compile(cslItems);
    fits(items);
    expect(fits.errors ?? []).toEqual([]);
    expect(items.slice(1).map(({ id }: { id: string }) => id)).toEqual(
      known.map(({ source }) => source),
    );
  });
});

/** What of the schema of CSL-JSON the tracker's items use; a date has a year, perhaps a month, perhaps a day. */
const cslDate = {
  type: 'object',
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: {
        type: 'array',
        prefixItems: [
          { type: 'integer', minimum: 1900, maximum: 2100 },
          { type: 'integer', minimum: 1, maximum: 12 },
          { type: 'integer', minimum: 1, maximum: 31 },
        ],
        minItems: 1,
        maxItems: 3,
      },
    },
  },
  required: ['date-parts'],
  additionalProperties: false,
};

const cslItems = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      id: { type: 'string', minLength: 1 },
      type: { enum: ['dataset', 'webpage'] },
      title: { type: 'string', minLength: 1 },
      author: {
        type: 'array',
        minItems: 1,
        maxItems: 1,
        items: {
          type: 'object',
          properties: { literal: { type: 'string', minLength: 1 } },
          required: ['literal'],
          additionalProperties: false,
        },
      },
      'container-title': { type: 'string' },
      publisher: { type: 'string' },
      version: { type: 'string' },
      issued: cslDate,
      accessed: cslDate,
      URL: { type: 'string', pattern: '^https?://\\S+$' },
      note: { type: 'string' },
      abstract: { type: 'string' },
    },
    required: ['id', 'type', 'title', 'author'],
    additionalProperties: false,
  },
};

/** Without what BibTeX has other signs for: dashes, quotes, spaces, and braces. */
function toPlain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
