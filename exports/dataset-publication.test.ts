import { describe, expect, it } from 'vitest';
import { openFiles } from './formats/files-for-tests';

const files = openFiles();

const getJson = async (path: string) => JSON.parse((await files.get(path)).text);

describe('a selection of a dataset', () => {
  it.each([
    'chips.json?vendor=amd',
    'chips.json?vendor=amd&columns=chip~vendor~source',
    'chips.json?sort=-launch_date&limit=3&page=2',
    'gpu-holdings.json?q=meta',
  ])('cites exactly the sources of its rows: %s', async (path) => {
    const { rows, sources } = await getJson(`/datasets/${path}`);
    const cited = new Set(rows.flatMap(({ source }: { source: string | null }) => source ?? []));
    expect(new Set(sources.map(({ source }: { source: string }) => source))).toEqual(cited);
  });

  it('cites them in its citations too', async () => {
    const { sources } = await getJson('/datasets/chips.json?vendor=amd');
    const items = await getJson('/datasets/chips.csl?vendor=amd');
    expect(items.slice(1).map(({ id }: { id: string }) => id)).toEqual(
      sources.map(({ source }: { source: string }) => source),
    );
  });

  it.each([
    ['vendor=amd', 'vendor=amd'],
    ['q=h100&columns=chip~vendor', 'q=h100, columns=chip~vendor'],
    ['predecessor=~', 'predecessor=~'],
    ['limit=10&page=2', 'limit=10, page=2'],
  ])('says that it is one: %s', async (query, selection) => {
    const found = await getJson(`/datasets/chips.json?${query}`);
    expect(found.selection).toBe(selection);
    expect(found.title).toContain(`(selection: ${selection})`);
    expect(found.description.join(' ')).toContain(selection);
  });

  it('is not what a sorted dataset is', async () => {
    const found = await getJson('/datasets/chips.json?sort=name');
    expect([found.selection, found.title]).toEqual([null, 'Accelerator chips']);
  });
});
