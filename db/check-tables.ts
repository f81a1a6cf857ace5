/**
 * The promises that need whole tables: references that resolve, and the checks a
 * contract names. They run on the loaded tables, in SQL.
 */
import type { Database } from 'better-sqlite3';
import { type CheckedTables, type Contract, toTableName } from '@/data/contract';
import { suggest } from '@/data/suggest';
import type { CellValue } from '@/units/table';
import type { ProblemList } from './problem-list';
import { findTarget, quote } from './to-table';

/**
 * Reports every reference that leads nowhere. References into a dataset that has
 * problems itself are passed over: its rows may be missing for that reason alone.
 */
export function checkReferences(
  client: Database,
  datasets: readonly Contract[],
  problems: ProblemList,
): void {
  const broken = new Set(datasets.map(({ slug }) => slug).filter(problems.concerns));
  for (const contract of datasets) {
    const references = Object.entries(contract.columns).flatMap(([name, column]) =>
      column.type === 'reference' && !broken.has(column.to)
        ? [{ column: name, to: column.to }]
        : [],
    );
    if (!hasLostReference(client, contract, references, datasets)) continue;
    for (const { column, to } of references) {
      reportLostReferences(client, contract, column, to, datasets, problems);
    }
  }
}

interface Reference {
  readonly column: string;
  readonly to: string;
}

/** Asks for all columns at once: a large table is read once when all is well. */
function hasLostReference(
  client: Database,
  contract: Contract,
  references: readonly Reference[],
  datasets: readonly Contract[],
): boolean {
  if (references.length === 0) return false;
  const isLost = references.map(({ column, to }) => toLostCondition(column, to, datasets));
  return (
    client
      .prepare(
        `SELECT 1 FROM ${quote(toTableName(contract.slug))} WHERE ${isLost.join(' OR ')} LIMIT 1`,
      )
      .get() !== undefined
  );
}

/** SQL for "this column leads nowhere"; a blank is not in question. */
function toLostCondition(column: string, to: string, datasets: readonly Contract[]): string {
  const { table, key } = findTarget(to, datasets);
  return `${quote(column)} NOT IN (SELECT ${quote(key)} FROM ${quote(table)})`;
}

function reportLostReferences(
  client: Database,
  contract: Contract,
  column: string,
  to: string,
  datasets: readonly Contract[],
  problems: ProblemList,
) {
  const target = findTarget(to, datasets);
  const key = quote(target.key);
  const lost = client
    .prepare<[number], { line: number; found: string }>(
      `SELECT rowid AS line, ${quote(column)} AS found FROM ${quote(toTableName(contract.slug))}
       WHERE ${toLostCondition(column, to, datasets)}
       ORDER BY rowid LIMIT ?`,
    )
    .all(problems.room);
  if (lost.length === 0) return;
  const known = client
    .prepare<[number], string>(`SELECT ${key} FROM ${quote(target.table)} ORDER BY ${key} LIMIT ?`)
    .pluck()
    .all(COMPARED_NAMES);
  for (const { line, found } of lost) {
    problems.add({
      dataset: contract.slug,
      file: `${contract.slug}.csv`,
      line,
      column,
      found,
      issue: { rule: 'unknown-reference', to, suggestion: suggest(found, known) },
    });
  }
}

// Comparing a typing error with every name of a huge list would take minutes.
const COMPARED_NAMES = 5000;

/**
 * Runs the contracts' own checks. A dataset's checks are passed over while it, or
 * any dataset it refers to, has problems: they would only repeat them.
 */
export function runChecks(
  client: Database,
  datasets: readonly Contract[],
  problems: ProblemList,
): void {
  const tables = askTables(client);
  const broken = new Set(datasets.map(({ slug }) => slug).filter(problems.concerns));
  for (const contract of datasets) {
    if ([...collectReferred(contract, datasets)].some((slug) => broken.has(slug))) continue;
    for (const check of contract.checks) {
      if (problems.room === 0) return;
      const { reads = [] } = check;
      if (reads === 'everything' ? broken.size > 0 : reads.some((slug) => broken.has(slug)))
        continue;
      for (const { line, column, found, says, advice } of check.find(tables)) {
        problems.add({
          dataset: contract.slug,
          file: `${contract.slug}.csv`,
          line,
          column,
          found,
          issue: { rule: 'check', check: check.name, says, advice },
        });
      }
    }
  }
}

/** The tables of a database as checks ask them, and whoever fills in what is checked. */
export function askTables(client: Database): CheckedTables {
  return {
    all: <Row>(sql: string, ...parameters: CellValue[]) =>
      client.prepare<CellValue[], Row>(sql).all(...parameters),
  };
}

/** A dataset and all it refers to, near and far. */
function collectReferred(contract: Contract, datasets: readonly Contract[]): Set<string> {
  const collected = new Set([contract.slug]);
  // A set hands out also what is added to it during the loop.
  for (const slug of collected) {
    const columns = datasets.find((dataset) => dataset.slug === slug)?.columns ?? {};
    for (const column of Object.values(columns)) {
      if (column.type === 'reference') collected.add(column.to);
    }
  }
  return collected;
}
