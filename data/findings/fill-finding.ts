/** Fills a finding with its values. The check at ingest and every view fill it the same way. */
import type { CellValue } from '@/units/table';
import { sayValue, type wordings } from '@/units/wording';
import type { CheckedTables } from '../contract';

/** As much of a row of `findings` as is filled. */
export interface FindingTexts {
  readonly sentence: string;
  readonly condition: string;
  readonly fallback: string;
  readonly measure: string;
}

/** As much of a row of `finding-values` as is asked. */
export interface ValueStatement {
  readonly name: string;
  readonly statement: string;
  readonly wording: keyof typeof wordings;
}

export interface FoundValue {
  readonly name: string;
  readonly raw: CellValue;
  /** As a sentence says it; null where there is nothing to say. */
  readonly said: string | null;
}

/** Throws, with SQLite's own words, where the statement cannot be asked. */
export function findValue(
  tables: CheckedTables,
  { name, statement, wording }: ValueStatement,
): FoundValue {
  const rows = tables.all<Readonly<Record<string, CellValue>>>(statement);
  const cells = rows.length === 1 ? Object.values(rows[0] ?? {}) : [];
  const raw = cells.length === 1 ? (cells[0] ?? null) : null;
  return { name, raw, said: sayValue(raw, wording) };
}

/**
 * Whether a condition over the raw values is true; a value that is missing makes nothing
 * true. Throws where it is no SQL expression over these names.
 */
export function isTrue(
  tables: CheckedTables,
  condition: string,
  values: readonly FoundValue[],
): boolean {
  const known = values.map(({ name }) => `? AS "${name}"`).join(', ');
  const [row] = tables.all<{ holds: CellValue }>(
    `SELECT (${condition}) AS holds FROM (SELECT ${known || '0'})`,
    ...values.map(({ raw }) => raw),
  );
  return Boolean(row?.holds);
}

/** The text with its values in place of their names in braces; null where one has nothing to say. */
export function fillText(text: string, values: readonly FoundValue[]): string | null {
  const said = new Map(values.map((value) => [value.name, value.said]));
  const names = listPlaceholders(text);
  if (names.some((name) => !said.get(name))) return null;
  return text.replace(PLACEHOLDER, (_, name: string) => said.get(name) ?? '');
}

/** The names in braces, in their order. */
export function listPlaceholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

const PLACEHOLDER = /\{([^}]*)\}/g;

interface FilledFinding {
  /** The sentence where its condition holds, else the fallback. */
  readonly finding: string;
  readonly measure: string;
}

/** Null where not even the fallback has its values. */
export function fillFinding(
  tables: CheckedTables,
  texts: FindingTexts,
  statements: readonly ValueStatement[],
): FilledFinding | null {
  const values = statements.map((one) => findValue(tables, one));
  const sentence = isTrue(tables, texts.condition, values)
    ? fillText(texts.sentence, values)
    : null;
  const finding = sentence ?? fillText(texts.fallback, values);
  const measure = fillText(texts.measure, values);
  return finding === null || measure === null ? null : { finding, measure };
}
