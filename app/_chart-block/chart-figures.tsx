/**
 * The figures behind a chart as a table. Long tables start with the newest rows;
 * the whole table, sorted as one likes, is an address.
 */
import { toHref } from '@/address/href';
import { toSortMark, toSortState, toSortText, turnSort } from '@/address/sort-keys';
import type { TableCell as Cell } from '@/charts/kinds/table';
import { buildTable, sortTable } from '@/charts/table';
import { type FigureKind, isFirm } from '@/units/figure-kind';
import type { ChartView } from '@/views/chart-view';
import { ScrollBox } from '../_ui/scroll-box';
import { TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../_ui/tremor';
import type { TableState } from './table-state';

const FIRST_ROWS = 12;

export function ChartFigures({
  view: { model, chart, title },
  path,
  parameters,
  state,
}: {
  view: ChartView;
  path: string;
  parameters: Readonly<Record<string, string>>;
  state: TableState;
}) {
  const table = buildTable(model);
  const isWhole = state.chart === chart.slug;
  const sort = isWhole ? state.sort : [];
  const sorted = sortTable(table, sort);
  const rows = isWhole ? sorted : sorted.slice(0, FIRST_ROWS);
  const id = `${chart.slug}-figures`;
  const kept = Object.fromEntries(
    Object.entries(parameters).filter(([name]) => name !== 'table' && name !== 'sort'),
  );
  // Figures start with the largest, ranks with the best, words with A.
  const toSortHref = (column: string, descendingFirst: boolean) => {
    const turned = toSortText(turnSort(sort, column, { descendingFirst }));
    return `${toHref(path, { ...kept, table: chart.slug, sort: turned || null })}#${id}`;
  };
  return (
    <details id={id} open={isWhole} className="mt-3 border-t pt-2 text-sm">
      <summary className="cursor-pointer text-accent">
        The figures as a table ({table.rows.length} rows)
      </summary>
      <ScrollBox label={`Figures: ${title}`} className="mt-2">
        <table className="w-full text-left">
          <caption className="sr-only">
            {title}. {table.caption}.
          </caption>
          <TableHead>
            <TableRow>
              {table.columns.map(({ id: column, label, align, lowFirst }) => (
                <TableHeaderCell
                  key={column}
                  scope="col"
                  aria-sort={toSortState(sort, column)}
                  className={align === 'right' ? 'text-right' : ''}
                >
                  <a href={toSortHref(column, align === 'right' && !lowFirst)} className="text-ink">
                    {label} {toSortMark(sort, column)}
                  </a>
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((cells) => (
              <TableRow key={cells.map(({ text }) => text).join('|')}>
                {cells.map((cell, index) => {
                  const { id: column, align } = table.columns[index]!;
                  return (
                    <TableCell
                      key={column}
                      title={cell.title ?? undefined}
                      className={align === 'right' ? 'text-right' : ''}
                    >
                      <CellContent cell={cell} />
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </table>
      </ScrollBox>
      <p className="mt-2 text-xs text-muted">
        {table.caption}; each figure leads to its evidence. A click on a header sorts; what led
        before settles ties. <em>Italic</em>: estimate; <em>with *</em>: projection; <em>with †</em>
        : statement.
        {!isWhole && table.rows.length > FIRST_ROWS && (
          <>
            {' '}
            <a href={`${toHref(path, { ...kept, table: chart.slug })}#${id}`}>
              Show all {table.rows.length} rows
            </a>
          </>
        )}
      </p>
    </details>
  );
}

const marks: Partial<Record<FigureKind, string>> = { projection: '*', statement: '†' };

function CellContent({ cell: { text, href, kind } }: { cell: Cell }) {
  const figure = kind === undefined || isFirm(kind) ? text : <em>{text + (marks[kind] ?? '')}</em>;
  // A plain link: a table has hundreds, and none needs a script.
  return href ? <a href={href}>{figure}</a> : figure;
}
