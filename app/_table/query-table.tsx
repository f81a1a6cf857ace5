/**
 * A table whose rows, order and page stand in the address: headers are links that
 * sort. Cells are plain elements and links, because a page holds a thousand of
 * them and none needs a script.
 */
import type { ReactNode } from 'react';
import { toSortMark, toSortState } from '@/address/sort-keys';
import { toSortedBy, toTableHref } from '@/address/table-query';
import type { TableView } from '@/catalog/table-view';
import type { Columns } from '@/data/contract';
import { Card, Table, TableBody, TableHead, TableHeaderCell, TableRow } from '../_ui/tremor';

export interface DataHeader {
  readonly label: string;
  /** Shown below the label. */
  readonly unit?: string | null;
  readonly align?: 'left' | 'right';
  /** The column that a click sorts by; absent where there is nothing to sort. */
  readonly column?: string;
  readonly title?: string;
  /**
   * A class that sets the width. Where all columns have one, nothing moves while
   * the rows arrive.
   */
  readonly width?: string;
}

interface DataRow {
  readonly id: string;
  readonly cells: readonly DataCell[];
}

export interface DataCell {
  readonly content: ReactNode;
  /** Shown on hover. */
  readonly title?: string;
  /**
   * Text that may take several lines: a remark, a phrase, the title of its row, or
   * whatever its column's width allows.
   */
  readonly wraps?: keyof typeof wrapping;
}

export function QueryTable<C extends Columns>({
  view,
  path,
  caption,
  headers,
  rows,
}: {
  view: TableView<C>;
  path: string;
  caption: string;
  headers: readonly DataHeader[];
  rows: readonly DataRow[];
}) {
  const isFixed = headers.every(({ width }) => width);
  return (
    <Card className="overflow-hidden p-0">
      <Table
        className={`data-table text-sm not-print:max-h-[75vh]! ${
          isFixed ? '[&>table]:table-fixed' : ''
        }`}
      >
        <caption className="sr-only">{caption}</caption>
        <TableHead>
          <TableRow>
            {headers.map((header) => (
              <HeaderCell
                key={header.label + header.column}
                view={view}
                path={path}
                header={header}
              />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, index) => {
                const header = headers[index]!;
                return (
                  <td
                    key={header.label + header.column}
                    title={cell.title}
                    className={toCellClass(header, cell)}
                  >
                    {cell.content}
                  </td>
                );
              })}
            </tr>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

const wrapping = {
  remark: 'whitespace-normal! min-w-64 max-w-136 sm:min-w-136',
  phrase: 'whitespace-normal! min-w-64 max-w-136',
  line: 'whitespace-normal! wrap-break-word',
  title: 'whitespace-normal! min-w-36 sm:min-w-72',
} as const;

function toCellClass({ align }: DataHeader, { wraps }: DataCell): string | undefined {
  if (align === 'right') return 'text-right';
  return wraps && wrapping[wraps];
}

function HeaderCell<C extends Columns>({
  view: { contract, table, preferred },
  path,
  header: { label, unit, align, column, title, width = '' },
}: {
  view: TableView<C>;
  path: string;
  header: DataHeader;
}) {
  return (
    <TableHeaderCell
      scope="col"
      aria-sort={column ? toSortState(table.sort, column) : undefined}
      title={title}
      className={align === 'right' ? `text-right ${width}` : width}
    >
      {column ? (
        <a
          href={`${toTableHref(path, contract, toSortedBy(contract, table, column), preferred)}#rows`}
          className="text-ink"
        >
          {label} {toSortMark(table.sort, column)}
        </a>
      ) : (
        label
      )}
      {unit && <span className="block text-xs font-normal text-muted">{unit}</span>}
    </TableHeaderCell>
  );
}
