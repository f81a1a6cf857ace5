/**
 * The figures behind a chart as a table. Long tables start with the newest rows;
 * the whole table, sorted as one likes, is an address.
 */
import { toHref } from '@/address/href';
import { toTable } from '@/charts/kinds';
import { figureMarks, isSetApart, type ShownCell, showCell, sortRows } from '@/units/table';
import type { ChartView } from '@/views/chart-view';
import { toSortedHead } from '../_ui/figures-table';
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
  const { caption, page: table } = toTable(model);
  const isWhole = state.chart === chart.slug;
  const sort = isWhole ? state.sort : [];
  const sorted = sortRows(table, sort);
  const rows = (isWhole ? sorted : sorted.slice(0, FIRST_ROWS)).map((row) =>
    table.columns.map((column) => showCell(column, row)),
  );
  const id = `${chart.slug}-figures`;
  const kept = Object.fromEntries(
    Object.entries(parameters).filter(([name]) => name !== 'table' && name !== 'sort'),
  );
  const toSortHref = (turned: string) =>
    `${toHref(path, { ...kept, table: chart.slug, sort: turned || null })}#${id}`;
  const heads = table.columns.map((column) => toSortedHead(column, sort, toSortHref));
  return (
    <details id={id} open={isWhole} className="mt-3 border-t pt-2 text-sm">
      <summary className="cursor-pointer text-accent">
        The figures as a table ({table.rows.length} rows)
      </summary>
      <ScrollBox label={`Figures: ${title}`} className="mt-2">
        <table className="w-full text-left">
          <caption className="sr-only">
            {title}. {caption}.
          </caption>
          <TableHead>
            <TableRow>
              {heads.map(({ label, align, sort }) => (
                <TableHeaderCell
                  key={sort.href}
                  scope="col"
                  aria-sort={sort.state}
                  className={align === 'right' ? 'text-right' : ''}
                >
                  <a href={sort.href} className="text-ink">
                    {label} {sort.mark}
                  </a>
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((cells) => (
              <TableRow key={cells.map(({ text }) => text).join('|')}>
                {cells.map((cell, index) => (
                  <TableCell
                    key={heads[index]!.sort.href}
                    title={cell.title ?? undefined}
                    className={heads[index]!.align === 'right' ? 'text-right' : ''}
                  >
                    <CellContent cell={cell} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </table>
      </ScrollBox>
      <p className="mt-2 text-xs text-muted">
        {caption}; each figure leads to its evidence. A click on a header sorts; what led before
        settles ties. <em>Italic</em>: estimate; <em>with *</em>: projection; <em>with †</em>:
        statement.
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

function CellContent({ cell }: { cell: ShownCell }) {
  const { text, href, kind } = cell;
  const mark = (kind && figureMarks[kind]) ?? '';
  const figure = isSetApart(cell) ? <em>{text + mark}</em> : text;
  // A plain link: a table has hundreds, and none needs a script.
  return href ? <a href={href}>{figure}</a> : figure;
}
