/** An invented list, taken over into a copy of the frozen data. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { datasets } from '@/data/datasets';
import type { Importer } from '@/data/importer';
import { toCsvPath } from '@/data/open-csv';
import { readPublisherCsv } from '@/data/publisher-file';
import { wordProblem } from '@/data/wording';
import { type UpdateOptions, update } from './update';

const FROZEN = join(import.meta.dirname, '..', 'tests', 'data-2026-11');

/** Vendors with their countries; the names are those of an existing list. */
const invented: Importer = {
  ...{ upstream: 'state-of-ai', title: 'Invented vendors', wants: 'a CSV' },
  ...{ picks: /\.csv$/, replaces: 'Countries of vendors.' },
  read({ files, names, report, rowsOf }) {
    const columns = { maker: ['Maker'], home: ['Home'] } as const;
    const rows = files.flatMap((file) => readPublisherCsv(file, columns, report));
    const old = rowsOf('vendors');
    return {
      vintage: '2026-09-01',
      tables: [
        {
          dataset: 'vendors',
          scope: () => true,
          keepsMissing: true,
          match: ['vendor'],
          owns: ['country'],
          block: () => true,
          order: ['vendor'],
          rows: rows.flatMap((row) => {
            const vendor = names.find('organization', row.text('maker'));
            return vendor ? [{ ...old[0], vendor, country: row.text('home') }] : [];
          }),
        },
      ],
    };
  },
};

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'tracker-update-test-'));
  cpSync(FROZEN, data, { recursive: true });
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const readVendors = () => readFileSync(toCsvPath(data, 'vendors'), 'utf8');
const run = (text: string, more: Partial<UpdateOptions> = {}) =>
  update({
    importer: invented,
    files: [{ name: 'makers.csv', address: null, bytes: new TextEncoder().encode(text) }],
    ...{ date: null, today: '2031-12-31', datasets, dataDirectory: data, ...more },
  });
const OTHER_HOME = 'Maker,Home\nNVIDIA Eos,CH\n';

describe('an update', () => {
  it('writes the one cell that changed, and nothing the second time', async () => {
    const before = readVendors().split('\n');
    const result = await run(OTHER_HOME);
    expect(result).toMatchObject({
      ...{ isDone: true, vintage: '2026-09-01', problems: [], unknown: [] },
      differences: [
        {
          dataset: 'vendors',
          changed: [{ key: 'nvidia', cells: [{ column: 'country', before: 'US', after: 'CH' }] }],
        },
      ],
      changelog: ['- vendors: Invented vendors, vintage 2026-09-01: 1 row changed'],
    });
    const after = readVendors().split('\n');
    expect(after.at(-1)).toBe('');
    expect(after.filter((line, index) => line !== before[index])).toEqual([
      expect.stringMatching(/^nvidia,/),
    ]);
    expect(await run(OTHER_HOME)).toMatchObject({ isDone: true, differences: [], changelog: [] });
  });

  it('tells the difference without writing', async () => {
    const before = readVendors();
    const { isDone, differences } = await run(OTHER_HOME, { write: false });
    expect([isDone, differences.length, readVendors()]).toEqual([true, 1, before]);
  });

  it('writes nothing while the data with it breaks a promise', async () => {
    const before = readVendors();
    const result = await run('Maker,Home\nNVIDIA Eos,Switzerland\n');
    expect(result.isDone).toBe(false);
    expect(result.problems.map(wordProblem)).toEqual([
      expect.stringMatching(/^vendors\.csv, line \d+, country: "Switzerland"/),
    ]);
    expect(readVendors()).toBe(before);
    expect(readdirSync(join(data, 'vendors'))).toEqual(['vendors.csv']);
  });

  it('stops at unknown names, unless they are to be left out', async () => {
    const text = `${OTHER_HOME}NVIDIA Eoss,CH\n`;
    const before = readVendors();
    const stopped = await run(text);
    expect(stopped).toMatchObject({
      isDone: false,
      unknown: [{ kind: 'organization', name: 'NVIDIA Eoss', rows: 1 }],
    });
    expect(readVendors()).toBe(before);
    expect(await run(text, { skipUnknown: true })).toMatchObject({
      isDone: true,
      unknown: [{ name: 'NVIDIA Eoss' }],
      differences: [{ changed: [{ key: 'nvidia' }] }],
    });
    expect(readVendors()).not.toBe(before);
  });

  it('removes nothing while names are unknown, and never everything', async () => {
    const whole: Importer = {
      ...invented,
      read: (input) => {
        const { vintage, tables } = invented.read(input);
        return { vintage, tables: tables.map((one) => ({ ...one, keepsMissing: false })) };
      },
    };
    const text = `${OTHER_HOME}NVIDIA Eoss,CH\n`;
    const skipped = await run(text, { importer: whole, skipUnknown: true, write: false });
    expect(skipped.differences).toMatchObject([{ changed: [{ key: 'nvidia' }], removed: [] }]);
    const empty = await run('Maker,Home\n', { importer: whole });
    expect(empty.isDone).toBe(false);
    expect(empty.problems.map(wordProblem)).toEqual([
      expect.stringMatching(
        /^makers\.csv: the file has no row for vendors, and all \d+ of today’s/,
      ),
    ]);
  });

  it('tells what is wrong with the file, and rows that cannot be told apart', async () => {
    const renamed = await run('Makers,Home\nNVIDIA Eos,CH\n');
    expect(renamed.problems.map(wordProblem)).toEqual([
      expect.stringMatching(/^makers\.csv, line 1, Maker: .* It has “Makers” instead/),
    ]);
    const repeated = await run(`${OTHER_HOME}nvidia eos,US\n`);
    expect(repeated.problems.map(wordProblem)).toEqual([
      expect.stringMatching(/^makers\.csv: "nvidia" comes up more than once/),
    ]);
    expect([renamed.isDone, repeated.isDone]).toEqual([false, false]);
  });
});

it('writes every dataset as it stands', async () => {
  const sameEverywhere: Importer = {
    ...invented,
    read: ({ rowsOf }) => ({
      vintage: '2026-09-01',
      tables: datasets.map(({ slug, key }) => ({
        ...{ dataset: slug, scope: () => true, match: key, owns: [], order: [] },
        ...{ rows: rowsOf(slug), block: () => true },
      })),
    }),
  };
  expect(await run('', { importer: sameEverywhere })).toMatchObject({ differences: [] });
});
