import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { toCsvPath } from '@/data/open-csv';
import { publishData } from '@/tests/publish-data';
import { TABLE, writeDifferingData, writeLargeData } from './data';

const folder = mkdtempSync(join(tmpdir(), 'tracker-scale-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readLines = (name: string) =>
  readFileSync(toCsvPath(join(folder, name), TABLE), 'utf8')
    .trimEnd()
    .split('\n');

it('writes data that differ in one price, and keep their contracts', async () => {
  writeDifferingData(join(folder, 'one'), 1);
  writeDifferingData(join(folder, 'two'), 2);
  const [one, two] = [readLines('one'), readLines('two')];
  expect(one).toHaveLength(two.length);
  expect(one.filter((line, at) => line !== two[at])).toHaveLength(1);
  const { remove } = await publishData(join(folder, 'one'));
  remove();
});

it('writes a table of as many rows as asked, which keep their contract', async () => {
  const own = readLines('one').length - 1;
  writeLargeData(join(folder, 'large'), own * 3);
  expect(readLines('large')).toHaveLength(own * 3 + 1);
  const { remove } = await publishData(join(folder, 'large'));
  remove();
});
