import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder } from './draft';

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'tracker-folder-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('makes the folders above as well, and leaves what is there alone', () => {
  const path = join(work, 'one', 'two', 'three');
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

test('gives up where a file is in the way', () => {
  writeFileSync(join(work, 'file'), '');
  expect(() => makeFolder(join(work, 'file', 'below'))).toThrow(/ENOTDIR|ENOENT/);
  expect(() => makeFolder(join(work, 'file'))).toThrow('EEXIST');
});

test.runIf(existsSync('/proc/self'))('gives up where nothing can be made', () => {
  expect(() => makeFolder('/proc/no-such-folder/below')).toThrow('ENOENT');
});
