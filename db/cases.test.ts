/**
 * Every folder in `data/cases` is a test: its CSVs are ingested for a check, and
 * what is said about them is compared with `expected.txt`. A folder `published` in it
 * holds CSVs that were published before.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallRegistry } from '@/data/cases/registry';
import { toCsvPath } from '@/data/open-csv';
import type { Issue } from '@/data/problem';
import { wordProblem } from '@/data/wording';
import type { Tracker } from './connection';
import { ingest } from './ingest';
import type { FindLostDefaults } from './vanished';

const CASES = join(import.meta.dirname, '..', 'data', 'cases');
const PUBLISHED = 'published';
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

// What is said about a publisher’s own file is tested next to its reader.
const everyRule = {
  'missing-value': true,
  'outer-space': true,
  'forbidden-character': true,
  'not-a-number': true,
  'inexact-number': true,
  'not-a-whole-number': true,
  'too-small': true,
  'too-large': true,
  'not-a-date': true,
  'absurd-date': true,
  'not-a-slug': true,
  'not-an-address': true,
  'not-a-public-address': true,
  'wrong-form': true,
  'unknown-value': true,
  'missing-file': true,
  'empty-file': true,
  'wrong-encoding': true,
  'not-csv': true,
  'wrong-separator': true,
  'broken-quote': true,
  'missing-column': true,
  'unknown-column': true,
  'duplicate-column': true,
  'ragged-row': true,
  'duplicate-key': true,
  'unknown-reference': true,
  check: true,
  vanished: true,
} satisfies Record<Exclude<Issue['rule'], 'upstream'>, true>;

describe('what is said about a broken CSV', () => {
  const work = mkdtempSync(join(tmpdir(), 'tracker-cases-'));
  const metRules = new Set<string>();
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it.each(names)('%s', async (name) => {
    const databaseFile = join(work, `${name}.sqlite`);
    const load = (folder: string, write: boolean) =>
      ingest({
        ...{ datasets: smallRegistry, databaseFile, write },
        dataDirectory: composeData(folder, work),
        findLostDefaults: findLostVendor,
      });
    if (existsSync(join(CASES, name, PUBLISHED))) {
      expect((await load(join(name, PUBLISHED), true)).problems).toEqual([]);
    }
    const result = await load(name, false);
    for (const { issue } of result.problems) metRules.add(issue.rule);
    const worded = result.problems
      .map((problem) => `${wordProblem(problem).replace(work, '…')}\n`)
      .join('');
    expect(result.snapshot === null).toBe(worded !== '');
    await expect(worded).toMatchFileSnapshot(join(CASES, name, 'expected.txt'));
  });

  it('covers every rule', () => {
    expect([...metRules].sort()).toEqual(Object.keys(everyRule).sort());
  });
});

/** Stands in for the pages: one of them opens with Nvidia. */
const findLostVendor: FindLostDefaults = async (older, newer) => {
  const has = ({ orm }: Tracker) =>
    orm.$client.prepare(`SELECT 1 FROM vendors WHERE vendor = 'nvidia'`).get() !== undefined;
  return has(older) && !has(newer)
    ? [{ dataset: 'vendors', found: 'nvidia', shownBy: 'the chart “Offers”' }]
    : [];
};

/** The case's own CSVs, and the whole ones for datasets it does not speak of. */
function composeData(name: string, work: string): string {
  const directory = join(work, name);
  const absentFile = join(CASES, name, 'absent.txt');
  const absent = existsSync(absentFile) ? readFileSync(absentFile, 'utf8').split('\n') : [];
  for (const { slug } of smallRegistry) {
    if (absent.includes(slug)) continue;
    const own = join(CASES, name, `${slug}.csv`);
    cpSync(existsSync(own) ? own : join(CASES, 'whole', `${slug}.csv`), toCsvPath(directory, slug));
  }
  return directory;
}
