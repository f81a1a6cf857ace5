/** Ours and the visitor's figures in one drawing and one table, made in the browser. */
import { type ChartModel, toTable } from '@/charts/kinds';
import type { Series } from '@/charts/model';
import type { SourceRow } from '@/db/queries/names';
import type { PictureWords } from '@/exports/picture/words';
import { isNumeric, showCell } from '@/units/table';
import { applyOwnTrend, mergeOwn } from '@/views/own-data/own-trend';
import type { Trend } from '@/views/trend/transform-model';
import { ChartDrawing } from '../_chart-block/chart-drawing';
import { ScrollBox } from '../_ui/scroll-box';

/** A chart as the visitor's figures meet it, and their figures. */
export interface ShownOwn {
  readonly chart: OwnChart;
  readonly own: readonly Series[];
}

/** Ours with theirs: what is drawn, and its text alternative. */
export function buildOwn({ chart, own }: ShownOwn) {
  const { series, notes } = applyOwnTrend(chart, own);
  const model = mergeOwn(chart.model, series, notes);
  const names = own.map(({ label }) => label).join(', ');
  return { model, label: `${chart.title}, with your own figures: ${names}. ${chart.subtitle}` };
}

export function OwnPicture(props: ShownOwn) {
  const drawable = buildOwn(props);
  return (
    <>
      <ChartDrawing drawable={drawable} sources={props.chart.sources} />
      <OwnNotes notes={drawable.model.notes} chart={props.chart} />
    </>
  );
}

/** What is to be said of the visitor's figures; what is said of ours stands under About. */
function OwnNotes({ notes, chart }: { notes: readonly string[]; chart: OwnChart }) {
  return (
    <ul className="mt-1 text-xs text-muted">
      {notes
        .filter((note) => !chart.model.notes.includes(note))
        .map((note) => (
          <li key={note}>{note}</li>
        ))}
    </ul>
  );
}

export function OwnFigures(props: ShownOwn) {
  const { model, label } = buildOwn(props);
  const { caption, page } = toTable(model);
  const { columns, rows } = page;
  return (
    <>
      <ScrollBox label="Figures with your own">
        <table className="w-full text-left">
          <caption className="sr-only">
            {label}. {caption}.
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" className={isNumeric(column) ? 'text-right' : ''}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const cells = columns.map((column) => ({ column, ...showCell(column, row) }));
              return (
                <tr key={cells.map(({ text }) => text).join('|')}>
                  {cells.map(({ column, text, href, title }) => (
                    <td
                      key={column.id}
                      title={title ?? undefined}
                      className={isNumeric(column) ? 'text-right' : ''}
                    >
                      {href ? <a href={href}>{text}</a> : text}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      <OwnNotes notes={model.notes} chart={props.chart} />
    </>
  );
}

/** The chart over which a visitor's figures are drawn. */
export interface OwnChart {
  readonly title: string;
  readonly subtitle: string;
  /** What is drawn. */
  readonly model: ChartModel;
  /** The figures before any sum, growth or index. */
  readonly base: ChartModel;
  /** What made the one of the other; null for a ranking. */
  readonly trend: Trend | null;
  readonly sources: readonly SourceRow[];
  /** What stands around the chart's picture in a file, and the file's name. */
  readonly words: PictureWords;
  readonly stem: string;
}

/** Fetched once for each view. Throws where the server does not answer; nothing of the visitor's is sent. */
export async function readChart(address: string): Promise<OwnChart> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return (await answer.json()) as OwnChart;
}
