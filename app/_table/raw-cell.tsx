/**
 * A cell of a dataset as its CSV has it: raw values, counts grouped for the eye,
 * references and addresses as links.
 */
import { toFrozenHref } from '@/address/frozen-links';
import { findPageHref } from '@/address/links';
import { type Column, type Contract, toMeanings } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { MISSING } from '@/units/format-value';
import type { CellValue } from '@/units/table';
import type { DataCell, DataHeader } from './query-table';

export function toHeader(name: string, column: Column): DataHeader {
  const measured = column.type === 'integer' || column.type === 'number';
  return {
    column: name,
    label: column.label,
    unit: measured && column.unit !== column.label.toLowerCase() ? column.unit : null,
    align: measured ? 'right' : 'left',
    title: column.meaning,
  };
}

/** `snapshot` is that of a frozen table, in which references stay. */
export function toCell(column: Column, value: CellValue, snapshot: string | null = null): DataCell {
  if (value === null) return { content: MISSING, title: 'Not known.' };
  if (typeof value === 'number') return { content: formatRaw(column, value) };
  switch (column.type) {
    case 'reference':
      return { content: <a href={toReferenceHref(column.to, value, snapshot)}>{value}</a> };
    case 'url':
      return { content: <a href={value}>{toShortAddress(value)}</a>, title: value };
    case 'one-of':
      return { content: value, title: toMeanings(column)[value] };
    default:
      return { content: value, wraps: toWrapping(column, value) };
  }
}

function toWrapping(column: Column, text: string): DataCell['wraps'] {
  if (text.length <= LONGEST_LINE) return undefined;
  if (column.type === 'slug') return 'title';
  return text.length > LONGEST_PHRASE ? 'remark' : 'phrase';
}

const LONGEST_LINE = 36;
const LONGEST_PHRASE = 60;

/** Years and numbers of versions, which have no unit, are names and stay ungrouped. */
function formatRaw(column: Column, value: number): string {
  const isName = (column.type === 'integer' || column.type === 'number') && column.unit === null;
  return isName ? String(value) : value.toLocaleString('en-US', { maximumFractionDigits: 10 });
}

/** Where a reference leads: to the page of its own, or to its row. */
export function toReferenceHref(to: string, key: string, snapshot: string | null): string {
  const page = findPageHref(to, key);
  if (page) return page;
  const target: Contract | undefined = datasets.find((contract) => contract.slug === to);
  const rows = `/datasets/${to}?${target?.key[0] ?? 'q'}=${encodeURIComponent(key)}#rows`;
  return toFrozenHref(rows, snapshot);
}

function toShortAddress(address: string): string {
  const plain = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return plain.length > LONGEST_LINE ? `${plain.slice(0, LONGEST_LINE)}…` : plain;
}
