/**
 * The figures behind a chart as a table. Long tables start with the newest rows;
 * the whole table, sorted as one likes, is an address.
 */
import { toHref } from '@/address/href';
import { toTable } from '@/charts/kinds';
import { formatCount } from '@/charts/model';
import { toFormatHref } from '@/exports/links';
import { showCell, sortRows } from '@/units/table';
import type { ChartView } from '@/views/chart-view';
import { CellContent, FiguresTable, toSortedHead } from '../_ui/figures-table';
import type { TableState } from './table-state';

const FIRST_ROWS = 12;
/** As many as a page can hold; files have all of them. */
const MOST_ROWS = 500;

export function ChartFigures({
  view: { model, chart, title, canonical },
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
  const rows = sorted.slice(0, isWhole ? MOST_ROWS : FIRST_ROWS);
  const id = `${chart.slug}-figures`;
  const kept = Object.fromEntries(
    Object.entries(parameters).filter(([name]) => name !== 'table' && name !== 'sort'),
  );
  const toSortHref = (turned: string) =>
    `${toHref(path, { ...kept, table: chart.slug, sort: turned || null })}#${id}`;
  const count = formatCount(table.rows.length);
  const showAll = `Show ${table.rows.length > MOST_ROWS ? `${MOST_ROWS} of ${count}` : `all ${count}`} rows`;
  const whole = `${toHref(path, { ...kept, table: chart.slug })}#${id}`;
  if (!isOwnPage && !isWhole) {
    return (
      <details id={id} data-rows={whole} className="mt-3 border-t pt-2 text-sm">
        <Summary rows={count} />
        <p className="mt-2">
          <a href={whole}>{showAll}</a>
        </p>
      </details>
    );
  }
  return (
    <details id={id} open={isWhole} className="mt-3 border-t pt-2 text-sm">
      <Summary rows={count} />
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
            <a href={whole}>{showAll}</a>
          </>
        )}
        {isWhole && table.rows.length > MOST_ROWS && (
          <>
            {' '}
            These are the first {MOST_ROWS} of {count} rows in this order; the{' '}
            <a href={toFormatHref({ href: toHref(`/charts/${chart.slug}`, canonical) }, 'csv')}>
              CSV file
            </a>{' '}
            has all of them.
          </>
        )}
      </p>
    </details>
  );
}

function Summary({ rows }: { rows: string }) {
  return (
    <summary className="cursor-pointer text-accent">The figures as a table ({rows} rows)</summary>
  );
}
