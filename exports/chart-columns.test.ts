/** The columns of charts' files, by what their charts have. */
import { describe, expect, it } from 'vitest';
import { openFiles } from './formats/files-for-tests';

const files = openFiles();

interface Table {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

const getTable = async (chart: string): Promise<Table> =>
  JSON.parse((await files.get(`/charts/${chart}.json`)).text);

describe('a chart’s file', () => {
  it.each(['export-controls', 'chip-launches'])(
    'has no columns for values where nothing has one: %s',
    async (chart) => {
      const names = (await getTable(chart)).columns.map(({ name }) => name);
      expect(names.filter((name) => /^(value|low|high)_|^kind$/.test(name))).toEqual([]);
      expect(names).toEqual(expect.arrayContaining(['name', 'series', 'period', 'source', 'note']));
    },
  );

  it('names the group of each entry where a ranking has groups', async () => {
    const { rows } = await getTable('share-by-definition');
    const groups = [...new Set(rows.map(({ group }) => group))];
    expect(groups.length).toBeGreaterThan(2);
    expect(groups).not.toContain(null);
    const ungrouped = await getTable('accelerator-holders');
    expect(ungrouped.columns.map(({ name }) => name)).not.toContain('group');
  });

  it('leaves unknown what has no detail', async () => {
    const { rows } = await getTable('chip-launches');
    expect(rows.flatMap((row) => Object.values(row))).not.toContain('');
    expect(rows.map(({ detail_built_on }) => detail_built_on)).toContain(null);
  });
});
