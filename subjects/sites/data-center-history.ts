/** One data center over time, in each edition of the publisher's list. */

import { choice } from '@/address/choices';
import { toEvidenceHref } from '@/address/links';
import { hasValue, type Point, type Series } from '@/charts/model';
import { dataCenterTimelines } from '@/data/data-center-timelines/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { formatDate, parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { describeChange, joinSentences } from '@/views/sentences';
import {
  type Edition,
  labelMeasures,
  type Measure,
  READING,
  readEditions,
  readSites,
  stateMeasures,
} from './sites';

export const dataCenterHistory = defineChart({
  slug: 'data-center-history',
  name: 'An AI data center over time',
  section: 'holdings',
  question: 'How did the site grow, and what is planned?',
  datasets: [dataCenterTimelines, dataCenters],
  leads: ['/data-centers/:site'],
  choices: {
    site: {
      label: 'Site',
      dataset: 'data-centers',
      control: 'select',
      preferred: 'colossus-2',
      list: async (orm) =>
        (await readSites(orm)).map(({ site, name }) => ({ value: site, label: name })),
    },
    measure: choice('Measure', labelMeasures(stateMeasures)),
  },
  build: async (orm, { site = '', measure: asked }) => {
    const measure: Measure =
      Object.entries(stateMeasures).find(([name]) => name === asked)?.[1] ??
      stateMeasures['it-power'];
    const [sites, editions] = await Promise.all([readSites(orm), readEditions(orm)]);
    const name = sites.find((one) => one.site === site)?.name ?? site;
    const series = editions.flatMap((edition, index) =>
      toSeries(edition, { site, measure, index }),
    );
    const [newest] = series;
    return {
      title: `${name}: ${measure.label} over time`,
      subtitle: `${measure.meaning}; each edition of Epoch AI’s list by itself`,
      summary: joinSentences(
        newest ? describeChange(newest, measure.unit, name) : 'There is no figure.',
        series.length > 1 && 'An earlier edition said otherwise: the second line.',
      ),
      model: {
        shape: 'lines',
        unit: measure.unit,
        scale: 'linear',
        axis: 'from-zero',
        course: 'steps',
        series,
        notes: ['Estimates; dashed: projected on the day of the edition.'],
      },
      reading: [
        'A state holds until the next one. One that only marks progress of construction repeats the figures.',
        'Editions revise each other, so each is a line of its own; never read one as the continuation of the other.',
        ...READING,
      ],
    };
  },
});

function toSeries(
  { edition, states, copied }: Edition,
  { site, measure: { column, kind }, index }: { site: string; measure: Measure; index: number },
): Series[] {
  const points = states
    .filter((row) => row.site === site)
    .flatMap((row): Point[] => {
      const period = parsePeriod(row.date);
      if (!period || row[column] === null) return [];
      return [
        {
          ...{ period, value: row[column], source: row.source, note: row.note },
          kind: row.kind === 'projection' ? 'projection' : kind,
          evidence: toEvidenceHref(dataCenterTimelines, row),
        },
      ];
    });
  if (!points.some(hasValue)) return [];
  return [
    {
      id: edition,
      label: `Edition of ${formatDate(edition)}`,
      short: formatDate(edition),
      color: index === 0 ? 'category-1' : 'category-4',
      points: extend(points, copied),
    },
  ];
}

/** The last state that is no plan holds to the day of the copy: the line says so. */
function extend(points: readonly Point[], copied: string): Point[] {
  const last = points.findLast(({ kind }) => kind !== 'projection');
  const day = parsePeriod(copied);
  if (!last || !day || last.period.label >= copied) return [...points];
  return [...points, { ...last, period: day, note: null }].toSorted((a, b) =>
    a.period.label.localeCompare(b.period.label),
  );
}
