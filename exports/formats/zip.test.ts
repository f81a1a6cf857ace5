/** Opens archives with another program's eyes. */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFiles } from './files-for-tests';

const files = openFiles();

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
