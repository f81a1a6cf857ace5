/**
 * Broken copies of the real CSVs, the same in every run: whatever is wrong, reading ends,
 * throws nothing, and names the file and the line. `npm run test:all` tries 10,000.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Column, Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { toCsvPath } from '@/data/open-csv';
import type { Problem } from '@/data/problem';
import { createCsvReader } from '@/data/read-csv';
import { wordProblem } from '@/data/wording';
import { ingest } from '@/db/ingest';
import { buildRandom } from '@/exports/wrong-values-for-tests';

const DATA = join(import.meta.dirname, '..', 'data');
const triesAll = process.env.TRACKER_TESTS === 'all';
const [BYTES, CELLS, MEANINGS] = triesAll ? [4500, 5300, 200] : [200, 300, 8];
const SHORT_LINE = 400;

interface Table {
  readonly contract: Contract;
  readonly text: string;
  /** Cells of each row; the header is the first. */
  readonly rows: readonly (readonly string[])[];
  /** The line on which each row starts. */
  readonly lines: readonly number[];
}

const tables: readonly Table[] = datasets.map((contract: Contract) => {
  const text = readFileSync(toCsvPath(DATA, contract.slug), 'utf8');
  const rows = Papa.parse<string[]>(text.trimEnd(), { newline: '\n' }).data;
  const lines: number[] = [];
  let line = 1;
  for (const cells of rows) {
    lines.push(line);
    line += 1 + cells.join('').split('\n').length - 1;
  }
  return { contract, text, rows, lines };
});

/** Reads bytes in pieces and tells what is wrong with them. */
function read(contract: Contract, bytes: Uint8Array, piece: number): Problem[] {
  const problems: Problem[] = [];
  const reader = createCsvReader({
    contract,
    onRow: () => {},
    onProblem: (problem) => problems.push(problem),
  });
  for (let at = 0; at < bytes.length; at += piece) {
    if (!reader.push(bytes.subarray(at, at + piece)) || problems.length > 1000) break;
  }
  reader.end();
  for (const problem of problems) {
    expect(problem.file).toBe(`${contract.slug}.csv`);
    const said = wordProblem(problem);
    expect(said).not.toMatch(TERMINAL);
    if (problem.line !== null) expect(said).toContain(`line ${problem.line}`);
  }
  return problems;
}

/** What a terminal obeys, or shows in another order. */
const TERMINAL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function buildDice(seed: number) {
  const random = buildRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  };
  return { below, pick };
}

/** Bytes that no CSV of ours may hold, wherever they stand. */
const FATAL: readonly (readonly [bytes: readonly number[], rule: string])[] = [
  [[0x00], 'not-csv'],
  [[0xff], 'wrong-encoding'],
  [[0xc3, 0x28], 'wrong-encoding'],
  [[0xed, 0xa0, 0x80], 'wrong-encoding'],
  [[0xf4, 0x90, 0x80, 0x80], 'wrong-encoding'],
];

const FORMLESS = 'no such form …';

/** Cells that a column of this kind never takes. */
function listWrong(column: Column): string[] {
  const hidden = [
    'a\u0001b',
    'a\u001b[2Jb',
    'a\u202eb',
    'a\u200bb',
    'a\uffffb',
    'a\ufffdb',
    '\u00a0a',
  ];
  switch (column.type) {
    case 'text':
      return [...hidden, ...(column.pattern?.test(FORMLESS) === false ? [FORMLESS] : [])];
    case 'slug':
    case 'reference':
      return [...hidden, 'Not A Slug', 'a--b', '../a', 'a\u0000b', '-'];
    case 'url':
      return [
        ...[...hidden, 'example.org', 'javascript:alert(1)', 'https://user:pw@example.org/'],
        ...['http://127.0.0.1/', 'http://localhost/', 'https://.', 'https://a.b/"><script>'],
      ];
    case 'integer':
    case 'number':
      return [
        ...[...hidden, '1e3', '-0', '01', '1,5', 'NaN', 'Infinity', '0x10', '9'.repeat(400)],
        ...[`0.${'0'.repeat(400)}1`, '0.12345678901234567891', '9007199254740993.5'],
      ];
    case 'date':
      return [
        ...hidden,
        '2023-02-30',
        '2023-13',
        '0000-01-01',
        '9999-12-31',
        '23-02-2023',
        '2023-2-3',
      ];
    case 'one-of':
      return [...hidden, 'no such value', 'constructor', '__proto__'];
  }
}

describe('broken copies of the real data', () => {
  it('of bytes end, throw nothing, and name the line of what can never be', () => {
    for (let turn = 0; turn < BYTES; turn += 1) {
      const { below, pick } = buildDice(turn);
      const { contract, text } = pick(tables);
      const bytes = [...Buffer.from(text)];
      const at = below(bytes.length);
      const piece = pick([7, 64, 1000, 1 << 16, 1 << 20]);
      const isFatal = turn % 2 === 0;
      const [fatal, rule] = pick(FATAL);
      if (isFatal) {
        // Between two characters.
        const place = Buffer.from([...text].slice(0, below(text.length)).join('')).length;
        bytes.splice(place, 0, ...fatal);
        const [problem] = read(contract, Uint8Array.from(bytes), piece).slice(-1);
        expect(problem?.issue.rule, `turn ${turn}`).toBe(rule);
        const before = Buffer.from(bytes.slice(0, place)).toString();
        expect(problem?.line, `turn ${turn}`).toBe(before.split('\n').length);
        continue;
      }
      const harm = pick([
        () => bytes.splice(at, 1 + below(SHORT_LINE)),
        () => bytes.splice(at, 0, ...Array.from({ length: 1 + below(9) }, () => below(256))),
        () => bytes.splice(at, 1, (bytes[at] ?? 0) ^ (1 << below(8))),
        () => bytes.splice(at, 0, ...Buffer.from(pick(['"', '\r', '\n\n', ',,,', '"""', ';']))),
        () => bytes.splice(at),
      ]);
      harm();
      read(contract, Uint8Array.from(bytes), piece);
    }
  });

  it('of cells are refused with their line and column', () => {
    for (let turn = 0; turn < CELLS; turn += 1) {
      const { below, pick } = buildDice(1_000_000 + turn);
      const { contract, rows, lines } = pick(tables.filter((one) => one.rows.length > 1));
      const row = 1 + below(rows.length - 1);
      const [name, column] = pick(Object.entries<Column>(contract.columns));
      const place = rows[0]?.indexOf(name) ?? -1;
      const wrong = pick(listWrong(column));
      const cells = rows.map((one, index) =>
        index === row ? one.map((cell, at) => (at === place ? wrong : cell)) : [...one],
      );
      const csv = `${Papa.unparse(cells, { newline: '\n' })}\n`;
      const problems = read(contract, Buffer.from(csv), 1 << 16);
      const said = `turn ${turn}: ${JSON.stringify(wrong)} in ${contract.slug}, ${name}`;
      const expected = wrong.includes('\0')
        ? { line: lines[row] }
        : { line: lines[row], column: name };
      expect(problems, said).toMatchObject([expected]);
    }
  });

  describe('of meaning', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tracker-mutated-'));
    const databaseFile = join(folder, 'published', 'tracker.sqlite');
    const dataDirectory = join(folder, 'data');
    const publish = () => ingest({ datasets, dataDirectory, databaseFile });
    beforeAll(async () => {
      cpSync(DATA, dataDirectory, { recursive: true });
      expect((await publish()).problems).toEqual([]);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** Two rows of one key; a name that is not there; a column or half of the rows gone. */
    const HARMS: readonly ((table: Table, below: (n: number) => number) => string[][] | null)[] = [
      ({ rows }, below) => [...rows, rows[1 + below(rows.length - 1)] ?? []].map((one) => [...one]),
      ({ rows, contract }, below) => {
        const name = Object.entries<Column>(contract.columns).find(
          ([, { type }]) => type === 'reference',
        )?.[0];
        const place = name === undefined ? -1 : (rows[0]?.indexOf(name) ?? -1);
        const row = 1 + below(rows.length - 1);
        if (place < 0 || !rows[row]?.[place]) return null;
        return rows.map((one, index) =>
          one.map((cell, at) => (index === row && at === place ? 'no-such-name' : cell)),
        );
      },
      ({ rows }) => rows.map((one) => one.slice(1)),
      ({ rows }, below) => {
        const row = 1 + below(rows.length - 1);
        return rows.map((one, index) => (index === row ? [...one, 'too many'] : [...one]));
      },
      ({ rows }) =>
        rows.length < 8 ? null : rows.slice(0, rows.length / 2).map((one) => [...one]),
    ];

    it('are refused, and the database stays as it is', async () => {
      const before = readFileSync(databaseFile);
      for (let turn = 0; turn < MEANINGS; turn += 1) {
        const { below, pick } = buildDice(2_000_000 + turn);
        const table = pick(tables.filter((one) => one.rows.length > 1));
        const harmed = HARMS[turn % HARMS.length]?.(table, below);
        if (!harmed) continue;
        const path = toCsvPath(dataDirectory, table.contract.slug);
        writeFileSync(path, `${Papa.unparse(harmed, { newline: '\n' })}\n`);
        const { snapshot, problems } = await publish();
        writeFileSync(path, table.text);
        expect(snapshot, `turn ${turn}, ${table.contract.slug}`).toBeNull();
        expect(problems.length).toBeGreaterThan(0);
        for (const problem of problems) expect(wordProblem(problem)).toMatch(/^[\w-]+\.csv[,:]/);
        expect(readFileSync(databaseFile).equals(before)).toBe(true);
      }
    });
  });
});
