/** What each large owner had received by the end of each quarter, the remainders included. */
import { groups } from 'd3-array';
import { choice } from '@/address/choices';
import { toRowsHref } from '@/address/links';
import type { ColorName } from '@/charts/colors';
import { getLastPoint, type Point, type Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import type { RowOf } from '@/data/contract';
import { ownerTotals } from '@/data/owner-totals/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { formatValue, type Unit } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { noteEstimatesOf } from '@/views/row-figures';
import { describeChange, joinSentences } from '@/views/sentences';
import { OUTER_RANGES } from './holder-words';
import { listOrganizations } from './queries';

type Row = RowOf<typeof ownerTotals>;

const units = {
  h100e: { label: 'H100-equivalents', unit: 'H100-equivalents' },
  accelerators: { label: 'Accelerators', unit: 'accelerators' },
  power_mw: { label: 'Power of the chips', unit: 'MW' },
} as const satisfies Record<string, { label: string; unit: Unit }>;

type Measured = keyof typeof units;

export const ownersOverTime = defineChart({
  slug: 'owners-over-time',
  name: 'Owners of AI compute by quarter',
  section: 'holdings',
  question: 'How did what the largest owners have grow, and their share of it?',
  datasets: [ownerTotals],
  choices: {
    of: choice(
      'Unit',
      Object.fromEntries(Object.entries(units).map(([name, { label }]) => [name, label])),
    ),
  },
  build: async (orm, { of }) => {
    const measured: Measured = of === 'accelerators' || of === 'power_mw' ? of : 'h100e';
    const { label, unit } = units[measured];
    const rows = await listWholeQuarters(orm);
    const names = new Map(
      (await listOrganizations(orm)).map(({ organization, name }) => [organization, name]),
    );
    const series = alignSeries(
      groups(rows, ({ owner }) => owner).map(([owner, own]) => ({
        id: owner,
        ...toLook(owner, names),
        points: groups(own, ({ as_of }) => as_of).map(([day, quarter]) =>
          toPoint(day, quarter, measured),
        ),
      })),
    ).toSorted(bySize);
    const [first] = series;
    return {
      title: 'Owners of AI compute over time',
      subtitle: `${label} received by the end of each quarter, nothing retired. Epoch AI’s model: medians and ranges`,
      summary: joinSentences(
        first ? describeChange(first, unit) : 'No quarter is known as a whole.',
        describeWhole(series, unit),
      ),
      model: {
        shape: 'lines',
        unit,
        scale: 'linear',
        axis: 'from-zero',
        series,
        ranges: 'added',
        notes: [...noteEstimatesOf(series), OUTER_RANGES, APART],
      },
      reading: [
        'What each owner had received since 2022, whether it still runs or not. Owners are those who bought the chips; who rents and uses them is another question.',
        'The remainders are all owners in China, and all that the model does not name. With them the quarters are the whole of the model, so shares add up to 100%.',
        'It begins with the first quarter in which the model has every designer: Amazon’s and AMD’s chips are counted from 2024 on.',
      ],
      trends: {
        growth: true,
        scales: ['linear', 'log'],
        stacks: ['none', 'absolute', 'percent'],
      },
    };
  },
});

const APART =
  'xAI is counted from its sites, apart from the model, and is neither named here nor part of the rest of the world.';

/** Of the quarters from which on every designer is counted, oldest first. */
async function listWholeQuarters(orm: Orm): Promise<Row[]> {
  const rows = await findRows(orm, ownerTotals, {}, ['as_of', 'owner', 'vendor']);
  const begins = groups(rows, ({ vendor }) => vendor).map(([, own]) => own[0]?.as_of ?? '');
  const start = begins.reduce((a, b) => (a > b ? a : b), '');
  return rows.filter(({ as_of }) => as_of >= start);
}

/** Designers' medians are added as they are; so are the ends of their ranges. */
function toPoint(day: string, rows: readonly Row[], of: Measured): Point {
  const sum = (read: (row: Row) => number | null) =>
    rows.reduce((total, row) => total + (read(row) ?? row[of]), 0);
  const isRanged = rows.some((row) => row[`${of}_low`] !== null);
  const [first] = rows;
  return {
    period: parsePeriod(toQuarter(day))!,
    value: sum((row) => row[of]),
    low: isRanged ? sum((row) => row[`${of}_low`]) : null,
    high: isRanged ? sum((row) => row[`${of}_high`]) : null,
    kind: 'modeled',
    source: first?.source ?? null,
    note: rows.length > 1 ? `Added up over ${rows.length} designers.` : (first?.note ?? null),
    evidence: first ? toRowsHref(ownerTotals, { owner: first.owner, as_of: day }) : null,
  };
}

/** Days are the last ones of calendar quarters. */
const toQuarter = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** An owner that designs chips has the color that it has as a designer. */
const looks: Readonly<Record<string, { readonly color: ColorName; readonly label?: string }>> = {
  google: { color: 'google' },
  microsoft: { color: 'microsoft' },
  amazon: { color: 'aws' },
  meta: { color: 'meta' },
  oracle: { color: 'oracle' },
  coreweave: { color: 'coreweave' },
  china: { color: 'china', label: 'China, all owners' },
  'rest-of-world': { color: 'other', label: 'Rest of the world' },
};

const toLook = (owner: string, names: ReadonlyMap<string, string>) => {
  const { color, label } = looks[owner] ?? { color: 'other' as const };
  return { color, label: label ?? names.get(owner) ?? owner };
};

const REMAINDERS = ['china', 'rest-of-world'];

/** Named owners by size, then the remainders. */
const bySize = (a: Series, b: Series): number =>
  REMAINDERS.indexOf(a.id) - REMAINDERS.indexOf(b.id) ||
  (getLastPoint(b)?.value ?? 0) - (getLastPoint(a)?.value ?? 0);

function describeWhole(series: readonly Series[], unit: Unit): string | null {
  const last = series.flatMap((one) => getLastPoint(one) ?? []);
  const [point] = last;
  if (!point) return null;
  const named = series.filter(({ id }) => !REMAINDERS.includes(id));
  const add = (points: readonly { readonly value: number }[]) =>
    points.reduce((sum, { value }) => sum + value, 0);
  const share = add(named.flatMap((one) => getLastPoint(one) ?? [])) / add(last);
  return `The ${named.length} owners named have ${formatValue(Math.round(share * 100), '%')} of ${formatValue(add(last), unit, 'modeled')} ${unit} in ${formatPeriod(point.period.label)}.`;
}
