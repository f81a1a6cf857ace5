/** Opens archives with another program's eyes. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { writeArchive } from './archive';
import { openFiles } from './files-for-tests';

const files = openFiles();
const hasUnzip = spawnSync('unzip', ['-v']).status === 0;

describe('ZIP', () => {
  it('holds figures, explanation, sources and pictures', async () => {
    const packed = unzipSync((await files.get('/charts/market-share.zip')).bytes);
    const names = Object.keys(packed).map((name) => name.split('/')[1]);
    expect(names).toEqual([
      'README.md',
      'datapackage.json',
      'sources.bib',
      'market-share.csv',
      'market-share.svg',
      'market-share.png',
    ]);
    const find = (name: string) =>
      new TextDecoder().decode(Object.entries(packed).find(([path]) => path.endsWith(name))?.[1]);
    expect(find('market-share.csv')).toBe((await files.get('/charts/market-share.csv')).text);
    const csv = Buffer.from(find('market-share.csv'));
    expect(JSON.parse(find('datapackage.json')).resources[0]).toMatchObject({
      path: 'market-share.csv',
      bytes: csv.length,
      hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
    });
    expect(find('README.md')).toContain('# ');
  });

  it('has the same bytes each time', async () => {
    const { bytes } = await files.get('/datasets/vendors.zip');
    const { bytes: again } = await files.get('/datasets/vendors.zip');
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
  });
});

describe('an archive', () => {
  const day = '2026-11-26';

  it('packs what comes in pieces, and stores what is packed, for every reader', async () => {
    const text = 'Größe × 12; '.repeat(20_000);
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);
    const members = [
      { name: 'a/text.txt', pieces: text.match(/.{1,999}/gsu) ?? [] },
      { name: 'a/empty.txt', pieces: [] },
      { name: 'a/picture.png', packed: true, pieces: [bytes] },
    ];
    const pieces: Uint8Array[] = [];
    for await (const piece of writeArchive(members, day)) pieces.push(piece);
    const archive = Buffer.concat(pieces);
    expect(archive.length).toBeLessThan(text.length / 20);
    const read = unzipSync(archive);
    expect(new TextDecoder().decode(read['a/text.txt'])).toBe(text);
    expect(read['a/empty.txt']).toHaveLength(0);
    expect(read['a/picture.png']).toEqual(bytes);
    if (!hasUnzip) return;
    const file = join(mkdtempSync(join(tmpdir(), 'tracker-zip-')), 'a.zip');
    writeFileSync(file, archive);
    const { status, stdout } = spawnSync('unzip', ['-t', file], { encoding: 'utf8' });
    rmSync(dirname(file), { recursive: true });
    expect(stdout).toContain('No errors detected');
    expect(status).toBe(0);
  });

  it.each([false, true])('fails with a member of it (packed: %s)', async (packed) => {
    function* fail() {
      yield 'a';
      throw new Error('No more rows.');
    }
    const archive = writeArchive([{ name: 'a', packed, pieces: fail() }], day);
    const read = async () => {
      for await (const _ of archive);
    };
    await expect(read()).rejects.toThrow('No more rows.');
  });

  it('ends the making of rows when its reader leaves', async () => {
    let isOver = false;
    async function* make() {
      try {
        for (let at = 0; ; at += 1) yield Buffer.from(String(Math.sin(at)).repeat(5000));
      } finally {
        isOver = true;
      }
    }
    for await (const piece of writeArchive([{ name: 'a', pieces: make() }], day)) {
      if (piece.length > 1000) break;
    }
    await vi.waitFor(() => expect(isOver).toBe(true));
  });
});
