import Database from 'better-sqlite3';
import { asc } from 'drizzle-orm';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { offers, smallRegistry, vendors } from '@/data/cases/registry';
import { defineDataset, integer, type RowOf } from '@/data/contract';
import { toOrm } from './orm';
import { findTarget, lineInCsv, toCreateStatement, toTable } from './to-table';

describe('a table made from a contract', () => {
  it('is created with key, blanks and references', () => {
    expect(toCreateStatement(offers, smallRegistry)).toMatchInlineSnapshot(`
      "CREATE TABLE "offers" (
        "vendor" TEXT NOT NULL,
        "offered_on" TEXT NOT NULL,
        "announced_on" TEXT,
        "chip" TEXT NOT NULL,
        "form" TEXT NOT NULL,
        "price_usd_per_hour" REAL NOT NULL,
        "accelerators" INT,
        "source_url" TEXT NOT NULL,
        PRIMARY KEY ("vendor", "offered_on"),
        FOREIGN KEY ("vendor") REFERENCES "vendors" ("vendor")
      ) STRICT"
    `);
  });

  it('gives rows of the contract’s own type', async () => {
    const client = new Database(':memory:');
    client.exec(toCreateStatement(vendors, smallRegistry));
    client.exec(
      `INSERT INTO vendors (rowid, vendor, name, founded_year) VALUES (7, 'amd', 'AMD', 1969)`,
    );
    const table = toTable(vendors);
    const rows = await toOrm(client).select().from(table).orderBy(asc(table.vendor));
    expectTypeOf(rows).toEqualTypeOf<RowOf<typeof vendors>[]>();
    expect(rows).toEqual([{ vendor: 'amd', name: 'AMD', founded_year: 1969 }]);
    const lines = await toOrm(client).select({ line: lineInCsv }).from(table);
    expect(lines).toEqual([{ line: 7 }]);
  });

  it('keeps the line in the CSV even where the key is one whole number', () => {
    const years = defineDataset({
      ...vendors,
      slug: 'years',
      columns: { year: integer({ label: 'Year', meaning: 'A year.', unit: null }) },
      key: ['year'],
      checks: [],
    });
    const client = new Database(':memory:');
    client.exec(toCreateStatement(years, [years]));
    client.exec('INSERT INTO years (rowid, year) VALUES (2, 2024)');
    expect(client.prepare('SELECT rowid AS line, year FROM years').get()).toEqual({
      line: 2,
      year: 2024,
    });
  });

  it('refuses a reference that leads nowhere', () => {
    expect(() => findTarget('gpus', smallRegistry)).toThrow('"gpus", which is not registered');
    expect(() => findTarget('offers', smallRegistry)).toThrow('needs a key of one column');
  });
});
