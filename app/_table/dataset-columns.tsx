/**
 * Columns of a dataset's own table: headers whose links sort it, and cells as its CSV has
 * them: raw values, counts grouped for the eye, references and addresses as links.
 */
import type { ReactNode } from 'react';
import { toFrozenHref } from '@/address/frozen-links';
import { findPageHref } from '@/address/links';
import { toTableHref } from '@/address/table-href';
import { toSortedBy } from '@/address/table-query';
import type { TablePage } from '@/catalog/table-page';
import { type Column, type Columns, type Contract, toMeanings } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { MISSING } from '@/units/format-value';
import type { CellValue, TableColumn } from '@/units/table';
import { type FiguresColumn, toHead, toHeadSort } from '../_ui/figures-table';

/** What a click on a column's header does. */
export function toColumnSort<C extends Columns>(
  { contract, table, preferred }: TablePage<C>,
  path: string,
  column: string,
): FiguresColumn['sort'] {
  const turned = toSortedBy(contract, table, column);
  const href = `${toTableHref(path, contract, turned, preferred)}#rows`;
  return toHeadSort(table.sort, column, href);
}

/** A column's header; its unit stands below, as its cells are raw. */
export function toColumnHead<Row>(
  view: TablePage,
  path: string,
  column: TableColumn<Row>,
): FiguresColumn {
  const { id, label, unit } = column;
  return {
    ...toHead(column),
    unit: unit === label.toLowerCase() ? null : unit,
    sort: toColumnSort(view, path, id),
  };
}

/** `snapshot` is that of a frozen table, in which references stay. */
export function toCell(column: Column, value: CellValue, snapshot: string | null): ReactNode {
  if (value === null) return <span title="Not known.">{MISSING}</span>;
  if (typeof value === 'number') return formatRaw(column, value);
  switch (column.type) {
    case 'reference':
      return <a href={toReferenceHref(column.to, value, snapshot)}>{value}</a>;
    case 'url':
      return (
        <a href={value} title={value}>
          {toShortAddress(value)}
        </a>
      );
    case 'one-of':
      return <span title={toMeanings(column)[value]}>{value}</span>;
    default:
      return wrap(column, value);
  }
}

/** A text that is too long for one line takes several. */
function wrap(column: Column, text: string): ReactNode {
  if (text.length <= LONGEST_LINE) return text;
  const isRemark = text.length > LONGEST_PHRASE;
  const width = column.type === 'slug' ? 'title' : isRemark ? 'remark' : 'phrase';
  return <span className={`block whitespace-normal ${widths[width]}`}>{text}</span>;
}

const LONGEST_LINE = 36;
const LONGEST_PHRASE = 60;
const widths = {
  remark: 'min-w-64 max-w-136 sm:min-w-136',
  phrase: 'min-w-64 max-w-136',
  title: 'min-w-36 sm:min-w-72',
} as const;

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
