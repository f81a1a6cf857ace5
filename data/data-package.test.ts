import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { offers, smallRegistry, vendors } from './cases/registry';
import { buildDataPackage } from './data-package';
import { datasets } from './datasets';
import { toCsvPath } from './open-csv';

describe('the Data Package', () => {
  it('describes columns, keys, references, units, licenses and days of collection', async () => {
    const byDataset = new Map([
      ['vendors', '2026-01-30'],
      ['offers', '2026-01-31'],
    ]);
    const days = { newest: '2026-01-31', byDataset };
    const json = `${JSON.stringify(buildDataPackage(smallRegistry, days), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot('./cases/data-package.txt');
  });

  it('names no resource in a reference to itself', () => {
    const parent = { ...offers.columns.vendor, optional: true } as const;
    const family = { ...vendors, columns: { ...vendors.columns, parent } };
    expect(JSON.stringify(buildDataPackage([family]))).toContain(
      '"foreignKeys":[{"fields":["parent"],"reference":{"fields":["vendor"]}}]',
    );
  });

  it('refuses a reference that leads nowhere', () => {
    expect(() => buildDataPackage([offers])).toThrow('refers to no registered dataset');
  });

  it('is current in data/datapackage.json, or "npm run data-package" was forgotten', () => {
    const file = join(import.meta.dirname, 'datapackage.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(buildDataPackage(datasets));
  });

  // Without this the standard's default, same fields in same order, would not hold.
  it.each(datasets.map((contract) => [contract.slug, contract] as const))(
    'has the columns of %s in the order of its CSV',
    (slug, contract) => {
      const [header] = readFileSync(toCsvPath(import.meta.dirname, slug), 'utf8').split('\n', 1);
      expect(header?.split(',')).toEqual(Object.keys(contract.columns));
    },
  );
});
