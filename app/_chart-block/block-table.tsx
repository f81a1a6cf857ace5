/**
 * The tables of a chart's block: the figures behind it, in place of its drawing, the newest
 * rows first or all of them, sorted as one likes; and what moved since an older vintage.
 */
import { toHref } from '@/address/href';
import type { Opened } from '@/address/opened';
import { toTable } from '@/charts/kinds';
import { wordDoubtfulGrades } from '@/data/sources/origins';
import { toFormatHref } from '@/exports/links';
import { formatChange, formatCount, formatValue, MISSING } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { showCell, sortRows } from '@/units/table';
import type { ChartView } from '@/views/chart-view';
import { describeMoved, toMovedPercent, type VintageShown } from '@/views/compare-vintages';
import { CellContent, FiguresTable, toSortedHead } from '../_ui/figures-table';

const FIRST_ROWS = 12;
/** As many as a page can hold; files have all of them. */
const MOST_ROWS = 500;

export function BlockTable({
  view: { model, chart, finding, canonical, sources },
  path,
  parameters,
  opened: { sort, isWhole },
}: {
  view: ChartView;
  path: string;
  /** Of the page, with the open table. */
  parameters: Readonly<Record<string, string>>;
  opened: Opened;
}) {
  const { caption, page: table } = toTable(model);
  const { slug } = chart;
  const all = table.rows.length;
  const rows = sortRows(table, sort).slice(0, isWhole ? MOST_ROWS : FIRST_ROWS);
  const to = (changed: Readonly<Record<string, string | null>>) =>
    `${toHref(path, { ...parameters, ...changed })}#${slug}`;
  const count = formatCount(all);
  const grades = wordDoubtfulGrades(sources);
  return (
    <div className="block-table">
      <FiguresTable
        caption={`${finding}. ${caption}.`}
        columns={table.columns.map((column) =>
          toSortedHead(column, sort, (turned) => to({ sort: turned || null })),
        )}
        rows={rows.map((row, index) => ({
          id: `${slug}-figures-${index + 1}`,
          cells: table.columns.map((column) => (
            <CellContent key={column.id} cell={showCell(column, row)} grades={grades} />
          )),
        }))}
        box="none"
      />
      <p className="pager">
        <span>
          {caption}. {rows.length < all ? `1–${rows.length} of ${count} rows` : `${count} rows`}. –
          = not published.
        </span>
        <span>
          {!isWhole && all > FIRST_ROWS && (
            <a href={to({ rows: 'all' })}>
              {all > MOST_ROWS ? `Show ${MOST_ROWS} of ${count} rows` : `Show all ${count} rows`}
            </a>
          )}
          {isWhole && all > FIRST_ROWS && <a href={to({ rows: null })}>Show fewer</a>}
          {isWhole && all > MOST_ROWS && (
            <>
              {' '}
              <a href={toFormatHref({ href: toHref(`/charts/${slug}`, canonical) }, 'csv')}>
                All in the CSV file
              </a>
            </>
          )}
        </span>
      </p>
    </div>
  );
}

export function WhatMoved({
  vintage,
  slug,
  heading: Heading,
}: {
  vintage: VintageShown;
  slug: string;
  heading: 'h2' | 'h3';
}) {
  const { older, newer, unit, moved, caveat } = vintage;
  const show = (value: number | null, href: string | null) => {
    const text = value === null || unit === null ? MISSING : formatValue(value, unit);
    return href ? <a href={href}>{text}</a> : text;
  };
  const hasPeriods = moved.some(({ period }) => period !== null);
  return (
    <section aria-labelledby={`${slug}-moved`} className="what-moved">
      <Heading id={`${slug}-moved`}>What moved since {older.name}</Heading>
      <p>
        {vintage.drawn} {describeMoved(vintage)}
        {caveat && ` Newer figures: ${caveat}`}
      </p>
      {moved.length > 0 && (
        <FiguresTable
          caption={`Figures of ${older.name} and of ${newer.name}`}
          first={6}
          columns={[
            { label: 'What' },
            ...(hasPeriods ? [{ label: 'Period' }] : []),
            { label: older.name, align: 'right' },
            { label: newer.name, align: 'right' },
            { label: 'Change', align: 'right' },
            { label: 'Change, %', align: 'right' },
          ]}
          rows={moved.map((one, place) => {
            const { name, period, before, after, evidence } = one;
            const percent = toMovedPercent(one);
            const change = before === null || after === null ? null : after - before;
            return {
              id: `${slug}-moved-${place + 1}`,
              cells: [
                name,
                ...(hasPeriods ? [period === null ? MISSING : formatPeriod(period)] : []),
                show(before, evidence.before),
                show(after, evidence.after),
                unit === null ? MISSING : formatChange(change, unit === '%' ? POINTS : unit),
                wordPercent(percent),
              ],
            };
          })}
        />
      )}
    </section>
  );
}

const wordPercent = (percent: number | null): string =>
  percent === null ? MISSING : `${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)}%`;

/** Shares move by points. */
const POINTS = 'percentage points';
