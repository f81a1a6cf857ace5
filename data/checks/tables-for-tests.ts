/**
 * Tables for the tests of checks: made from contracts, filled with rows whose
 * lines are given, without the loader and its own rules.
 */
import Database from 'better-sqlite3';
import type { CellValue } from '@/units/table';
import { type CheckedTables, type Contract, toTableName } from '../contract';

export interface TestRow {
  /** The line in the CSV; counted from 2 when left out. */
  readonly line?: number;
  readonly [column: string]: CellValue | undefined;
}

/** In-memory tables; columns that a row leaves out are null. */
export function createTables(
  ...tables: readonly (readonly [contract: Contract, rows: readonly TestRow[]])[]
): CheckedTables {
  const client = new Database(':memory:');
  for (const [contract, rows] of tables) {
    const columns = Object.keys(contract.columns);
    const table = toTableName(contract.slug);
    client.exec(`CREATE TABLE ${table} (${columns.map((name) => `"${name}"`).join(', ')})`);
    const insert = client.prepare(
      `INSERT INTO ${table} (rowid, ${columns.map((name) => `"${name}"`).join(', ')})
       VALUES (?${', ?'.repeat(columns.length)})`,
    );
    rows.forEach((row, index) => {
      const stray = Object.keys(row).find((name) => name !== 'line' && !columns.includes(name));
      if (stray) throw new Error(`${contract.slug} has no column ${stray}`);
      insert.run(row.line ?? index + 2, ...columns.map((name) => row[name] ?? null));
    });
  }
  return {
    all: <Row>(sql: string, ...parameters: CellValue[]) =>
      client.prepare<CellValue[], Row>(sql).all(...parameters),
  };
}
