/** A published chart, as one address asks for it, ready for every format. */

import { toHref } from '@/address/href';
import { type ChartModel, listNotes, listPeriods, toTable } from '@/charts/kinds';
import { toStart } from '@/charts/model';
import { wordRemark } from '@/charts/remarks';
import type { Snapshot } from '@/db/snapshot-tables';
import type { ChartView } from '@/views/chart-view';
import { describeMoved, toMovedPercent, type VintageShown } from '@/views/compare-vintages';
import { wordAnnotation } from '@/views/story';
import { withDayColumns } from './file-columns';
import { type Publication, toTerms } from './publication';
import { toSiteOrigin } from './site';

export function toChartPublication(view: ChartView, snapshot: Snapshot): Publication {
  const { chart, title, subtitle, reading, model, marks } = view;
  const notes = listNotes(model);
  return {
    kind: 'chart',
    slug: chart.slug,
    title,
    selection: null,
    description: [
      subtitle,
      ...(view.isAuthored ? [`${view.finding}.`] : []),
      view.summary,
      ...(view.vintage ? [describeMoved(view.vintage)] : []),
      ...view.annotations.map(wordAnnotation),
      ...reading,
      ...notes,
      ...view.failedChecks.map(
        ({ question, words, href }) => `${toStart(words)}. ${question} ${toSiteOrigin()}${href}`,
      ),
      ...marks.notes.map(wordRemark),
    ],
    href: toHref(`/charts/${chart.slug}`, view.canonical),
    asOf: view.asOf,
    freshness: view.freshness,
    snapshot,
    ...(view.vintage && { vintage: toPublished(view.vintage) }),
    ...(view.failedChecks.length > 0 && { failedChecks: view.failedChecks }),
    ...(marks.notes.length > 0 && { remarks: marks.notes }),
    ...toTerms(chart.datasets),
    sources: view.sources,
    table: withDayColumns(toTable(model)),
    pictures: [{ name: '', title: view.finding, subtitle: view.measure, notes, model }],
    stem: [chart.slug, ...listWords(view), toTime(view)].filter(Boolean).join('_'),
  };
}

function toPublished({ older, newer, moved, same }: VintageShown): Publication['vintage'] {
  return {
    published_on: older.publishedOn,
    newer_published_on: newer.publishedOn,
    moved: moved.map((one) => {
      const { name, period, before, after } = one;
      return { name, period, before, after, change_pct: toMovedPercent(one) };
    }),
    unchanged: same,
  };
}

/** The choices; snapshot and time are part of every name anyway, and notes are too long. */
function listWords({ canonical: { snapshot, time, note, ...choices } }: ChartView): string[] {
  return [...Object.values(choices).map(toWord), ...(note ? ['with-notes'] : [])];
}

/** A choice as part of a file name; long ones are cut, as names have an end. */
function toWord(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
}

/** The time asked for where it has both ends, "2020-q1-2020-q3"; else the years shown. */
function toTime({ canonical: { time = '' }, model }: ChartView): string {
  const isOpen = time === '' || time.startsWith('..') || time.endsWith('latest');
  return isOpen ? toSpan(model) : toWord(time);
}

/** "2009-2025": the years that a picture over time covers. */
function toSpan(model: ChartModel): string {
  const periods = listPeriods(model);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return '';
  const [from, to] = [first.start.slice(0, 4), last.end.slice(0, 4)];
  return from === to ? from : `${from}-${to}`;
}
