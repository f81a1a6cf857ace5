/**
 * The figures behind a chart as a table. Long tables start with the newest rows;
 * the whole table, sorted as one likes, is an address.
 */
import { toHref } from '@/address/href';
import { toTable } from '@/charts/kinds';
import { showCell, sortRows } from '@/units/table';
import type { ChartView } from '@/views/chart-view';
import { CellContent, FiguresTable, toSortedHead } from '../_ui/figures-table';
import type { TableState } from './table-state';

const FIRST_ROWS = 12;

export function ChartFigures({
  view: { model, chart, title },
  path,
  parameters,
  state,
  isOwnPage,
}: {
  view: ChartView;
  path: string;
  parameters: Readonly<Record<string, string>>;
  state: TableState;
  /** On pages with several charts the rows come when somebody opens them. */
  isOwnPage: boolean;
}) {
  const { caption, page: table } = toTable(model);
  const isWhole = state.chart === chart.slug;
  const sort = isWhole ? state.sort : [];
  const sorted = sortRows(table, sort);
  const rows = isWhole ? sorted : sorted.slice(0, FIRST_ROWS);
  const id = `${chart.slug}-figures`;
  const kept = Object.fromEntries(
    Object.entries(parameters).filter(([name]) => name !== 'table' && name !== 'sort'),
  );
  const toSortHref = (turned: string) =>
    `${toHref(path, { ...kept, table: chart.slug, sort: turned || null })}#${id}`;
  const whole = `${toHref(path, { ...kept, table: chart.slug })}#${id}`;
  if (!isOwnPage && !isWhole) {
    return (
      <details id={id} data-rows={whole} className="mt-3 border-t pt-2 text-sm">
        <Summary rows={table.rows.length} />
        <p className="mt-2">
          <a href={whole}>Show all {table.rows.length} rows</a>
        </p>
      </details>
    );
  }
  return (
    <details id={id} open={isWhole} className="mt-3 border-t pt-2 text-sm">
      <Summary rows={table.rows.length} />
      <FiguresTable
        caption={`${title}. ${caption}.`}
        columns={table.columns.map((column) => toSortedHead(column, sort, toSortHref))}
        rows={rows.map((row, index) => ({
          id: `${id}-${index + 1}`,
          cells: table.columns.map((column) => (
            <CellContent key={column.id} cell={showCell(column, row)} />
          )),
        }))}
        box="none"
      />
      <p className="mt-2 text-xs text-muted">
        {caption}; each figure leads to its evidence. A click on a header sorts; what led before
        settles ties. <em>Italic</em>: estimate; <em>with *</em>: projection; <em>with †</em>:
        statement.
        {!isWhole && table.rows.length > FIRST_ROWS && (
          <>
            {' '}
            <a href={whole}>Show all {table.rows.length} rows</a>
          </>
        )}
      </p>
    </details>
  );
}

function Summary({ rows }: { rows: number }) {
  return (
    <summary className="cursor-pointer text-accent">The figures as a table ({rows} rows)</summary>
  );
}
