/** A plain table of texts in its own box, with the header and the first column in view. */
import { TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '@tremor/react';
import type { ReactNode } from 'react';
import { ScrollBox } from './scroll-box';

export interface DataColumn {
  readonly label: string;
  readonly align?: 'right';
  /** Long texts break into lines. */
  readonly wraps?: boolean;
}

export function DataTable({
  label,
  columns,
  rows,
}: {
  /** Names the table for those who do not see where it stands. */
  label: string;
  columns: readonly DataColumn[];
  /** One cell a column; `key` is unique among the rows. */
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  const toClass = ({ align, wraps }: DataColumn) =>
    [align === 'right' && 'text-right', wraps && 'wraps'].filter(Boolean).join(' ');
  return (
    <ScrollBox label={label} className="mt-2">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{label}</caption>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableHeaderCell
                key={column.label}
                scope="col"
                className={column.align === 'right' ? 'text-right' : ''}
              >
                {column.label}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {cells.map((cell, index) => (
                <TableCell key={columns[index]!.label} className={toClass(columns[index]!)}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </table>
    </ScrollBox>
  );
}
