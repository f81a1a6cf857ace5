/** A plain table of ready cells in a box that scrolls; the first column heads each row. */
import type { ReactNode } from 'react';
import { type SortKey, toSortMark, toSortState, toSortText, turnSort } from '@/address/sort-keys';
import { isDescendingFirst, isNumeric, type TableColumn, toSortName } from '@/units/table';
import { ScrollBox } from './scroll-box';
import { Card, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from './tremor';

export interface FiguresColumn {
  readonly label: string;
  readonly align?: 'left' | 'right';
  /** Long texts break into lines. */
  readonly wraps?: boolean;
  readonly title?: string;
  /** Absent: the table cannot be sorted by it. */
  readonly sort?: {
    /** Where a click on the header leads. */
    readonly href: string;
    /** "↓", or empty. */
    readonly mark: string;
    readonly state: 'ascending' | 'descending' | undefined;
  };
}

export interface FiguresRow {
  /** Unique on the page: an address can lead to the row. */
  readonly id: string;
  /** One cell a column. */
  readonly cells: readonly ReactNode[];
}

/** A column under its label. */
export const toHead = <Row,>(column: TableColumn<Row>): FiguresColumn => ({
  label: column.label,
  align: isNumeric(column) ? 'right' : 'left',
  title: column.meaning,
});

/** A column that a click sorts by; `toSortHref` leads to the table in an order, empty for its own. */
export function toSortedHead<Row>(
  column: TableColumn<Row>,
  sort: readonly SortKey[],
  toSortHref: (sort: string) => string,
): FiguresColumn & Required<Pick<FiguresColumn, 'sort'>> {
  const name = toSortName(column);
  const descendingFirst = isDescendingFirst(column);
  return {
    ...toHead(column),
    sort: {
      href: toSortHref(toSortText(turnSort(sort, name, { descendingFirst }))),
      mark: toSortMark(sort, name),
      state: toSortState(sort, name),
    },
  };
}

export function FiguresTable({
  caption,
  columns,
  rows,
  whole = false,
}: {
  /** Names the table and its box for those who do not see where they stand. */
  caption: string;
  columns: readonly FiguresColumn[];
  rows: readonly FiguresRow[];
  /** As high as its rows, for tables that are read from top to bottom. */
  whole?: boolean;
}) {
  const toClass = ({ align, wraps }: FiguresColumn) =>
    [align === 'right' && 'text-right', wraps && 'wraps'].filter(Boolean).join(' ');
  return (
    <Card className="mt-3 min-w-0 p-0">
      <ScrollBox label={caption} className={whole ? 'max-h-none! text-sm' : 'text-sm'}>
        <table className="w-full">
          <caption className="sr-only">{caption}</caption>
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableHeaderCell
                  key={column.label}
                  scope="col"
                  title={column.title}
                  aria-sort={column.sort?.state}
                  className={column.align === 'right' ? 'text-right' : ''}
                >
                  {column.sort ? (
                    <a href={column.sort.href} className="text-ink">
                      {column.label} {column.sort.mark}
                    </a>
                  ) : (
                    column.label
                  )}
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ id, cells }) => (
              <TableRow key={id} id={id}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th
                      key={column.label}
                      scope="row"
                      className={`text-left font-normal ${toClass(column)}`.trim()}
                    >
                      {cells[index]}
                    </th>
                  ) : (
                    <TableCell key={column.label} className={toClass(column)}>
                      {cells[index]}
                    </TableCell>
                  ),
                )}
              </TableRow>
            ))}
          </TableBody>
        </table>
      </ScrollBox>
    </Card>
  );
}
