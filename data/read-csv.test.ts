import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '@/units/table';
import { offers, vendors } from './cases/registry';
import type { Contract } from './contract';
import type { Problem } from './problem';
import { createCsvReader } from './read-csv';

/** Reads in pieces through one reused buffer, as files are read. */
function read(contract: Contract, csv: string | Uint8Array, pieceBytes = 1 << 20) {
  const bytes = typeof csv === 'string' ? new TextEncoder().encode(csv) : csv;
  const rows: { line: number; values: CellValue[] }[] = [];
  const problems: Problem[] = [];
  const reader = createCsvReader({
    contract,
    onRow: (line, values) => rows.push({ line, values }),
    onProblem: (problem) => problems.push(problem),
  });
  const buffer = Buffer.alloc(Math.min(pieceBytes, Math.max(bytes.length, 1)));
  for (let at = 0; at < bytes.length; at += buffer.length) {
    const piece = bytes.subarray(at, at + buffer.length);
    buffer.set(piece);
    if (!reader.push(buffer.subarray(0, piece.length))) break;
  }
  reader.end();
  return { rows, problems };
}

const csv = [
  'name,vendor,founded_year',
  '"NVIDIA, of ""Santa Clara""",nvidia,1993',
  '"Zürich\nChips €",zuerich,',
  '',
  'AMD,amd,1969',
  'Sony,Sony,1946',
  '',
].join('\n');

describe('reading a CSV against its contract', () => {
  it('gives typed values in the contract’s order, with their lines', () => {
    const { rows, problems } = read(vendors, csv);
    expect(rows).toEqual([
      { line: 2, values: ['nvidia', 'NVIDIA, of "Santa Clara"', 1993] },
      { line: 3, values: ['zuerich', 'Zürich\nChips €', null] },
      { line: 6, values: ['amd', 'AMD', 1969] },
    ]);
    expect(problems).toEqual([
      {
        dataset: 'vendors',
        file: 'vendors.csv',
        line: 7,
        column: 'vendor',
        found: 'Sony',
        issue: { rule: 'not-a-slug' },
      },
    ]);
  });

  it('gives the same whatever the size of the pieces', () => {
    const long = csv + Array.from({ length: 300 }, (_, i) => `"Ä ${i}",v-${i},2000\n`).join('');
    const whole = read(vendors, long);
    expect(whole.rows).toHaveLength(303);
    for (const pieceBytes of [1, 2, 3, 7, 64, 1000, 1023, 1024, 1025, 4000]) {
      expect(read(vendors, long, pieceBytes)).toEqual(whole);
    }
  });

  it('gives the same for every spelling of line ends and with a byte order mark', () => {
    const plain = read(vendors, csv);
    expect(read(vendors, csv.replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(read(vendors, csv.replaceAll('\n', '\r'))).toEqual(plain);
    expect(read(vendors, `\uFEFF${csv}`, 5)).toEqual(plain);
    expect(read(vendors, csv.trimEnd())).toEqual(plain);
  });

  it('returns any text that was quoted, with the line it starts on', () => {
    const cell = fc
      .array(fc.constantFrom('a', 'é', '"', ',', '\n', ' ', ';'), { minLength: 1 })
      .map((letters) => `x${letters.join('')}x`);
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (names, size) => {
          const lines = names.map((name, i) => `v-${i},"${name.replaceAll('"', '""')}",1999`);
          const text = ['vendor,name,founded_year', ...lines, ''].join('\n');
          const { rows, problems } = read(vendors, text, size);
          expect(problems).toEqual([]);
          let line = 2;
          const expected = names.map((name, i) => {
            const row = { line, values: [`v-${i}`, name, 1999] };
            line += name.split('\n').length;
            return row;
          });
          expect(rows).toEqual(expected);
        },
      ),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const { rows, problems } = read(offers, bytes, 100);
        expect(rows).toEqual([]);
        expect(problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it('takes a header without rows', () => {
    expect(read(vendors, 'vendor,name,founded_year\n')).toEqual({ rows: [], problems: [] });
  });

  it('gives up on an open quotation mark before it has collected the whole file', () => {
    const open = `vendor,name,founded_year\nnvidia,"NVIDIA,1993\n${'amd,AMD,1969\n'.repeat(200_000)}`;
    let pushed = 0;
    const problems: Problem[] = [];
    const reader = createCsvReader({
      contract: vendors,
      onRow: () => undefined,
      onProblem: (problem) => problems.push(problem),
    });
    const bytes = new TextEncoder().encode(open);
    while (pushed < bytes.length && reader.push(bytes.subarray(pushed, pushed + 65_536))) {
      pushed += 65_536;
    }
    expect(pushed).toBeLessThan(bytes.length / 2);
    expect(problems).toMatchObject([
      { line: 2, found: '"NVIDIA,1993', issue: { rule: 'broken-quote' } },
    ]);
  });

  it('names the line with a byte that is not UTF-8, far into the file', () => {
    const bytes = Buffer.from(
      `vendor,name\n${'amd,"A\nMD"\n'.repeat(50_000)}zuerich,Z\xfcrich\n`,
      'latin1',
    );
    const pair: Contract = {
      ...vendors,
      columns: { vendor: vendors.columns.vendor, name: vendors.columns.name },
    };
    expect(read(pair, bytes, 65_536).problems).toMatchObject([
      { line: 100_002, issue: { rule: 'wrong-encoding' } },
    ]);
  });
});
