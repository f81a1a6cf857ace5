/**
 * What others counted of the owners whose fleets are modeled: named clusters, documented
 * clusters of the index, data center sites, owners' own statements. Each is a count of the
 * same machines in another way, so they stand side by side and are never added.
 */
import { group } from 'd3-array';
import { toRowsHref } from '@/address/links';
import type { CountedFigure, OtherCount, RankEntry } from '@/charts/model';
import { dataCenters } from '@/data/data-centers/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { findRows, hasTable } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { countOf, formatValue, type Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { toFigureKind, toKindOf, toRowFigure } from '@/views/row-figures';
import { buildMeasure, type UnitName } from './conversion';
import { toCountedHref } from './exclusion';
import {
  formatEdition,
  listCompleteEditions,
  listFamilies,
  readChipTree,
  readHoldings,
  readLists,
  toListSlug,
} from './holder-lists';
import { buildHolderRanking } from './holder-ranking';
import { findNewest } from './holder-words';

export interface Counts {
  readonly kinds: readonly OtherCount[];
  /** In the order of `kinds`; null: this count has nothing of the organization in operation. */
  readonly of: (organization: string) => readonly (CountedFigure | null)[];
}

type Found = ReadonlyMap<string, CountedFigure>;

/** Every other count in a unit; a count that cannot be told in it is absent. */
export async function readCounts(orm: Orm, unit: UnitName): Promise<Counts> {
  const all = await Promise.all([
    readClusters(orm, unit),
    readIndex(orm, unit),
    readSites(orm, unit),
    readStatements(orm, unit),
  ]);
  const known = all.filter((one) => one !== null && one.found.size > 0) as readonly Count[];
  return {
    kinds: known.map(({ kind }) => kind),
    of: (organization) => known.map(({ found }) => found.get(organization) ?? null),
  };
}

interface Count {
  readonly kind: OtherCount;
  readonly found: Found;
}

/** Of a list that states no H100-equivalents they are computed by the rate that others state. */
const toConvertible = (unit: UnitName, isStated: boolean): UnitName =>
  unit === 'h100e-stated' && !isStated ? 'h100e-8bit' : unit;

async function readClusters(orm: Orm, unit: UnitName): Promise<Count | null> {
  const found = await readHolders(orm, 'epoch-clusters', unit);
  return {
    found,
    kind: {
      id: 'part',
      label: 'In named clusters',
      meaning: `${listFamilies['epoch-clusters'].covers} Most became known earlier than the total.`,
      mark: 'inside',
    },
  };
}

async function readIndex(orm: Orm, unit: UnitName): Promise<Count | null> {
  const [newest] = await listCompleteEditions(orm);
  if (!newest) return null;
  return {
    found: await readHolders(orm, toListSlug(newest), unit),
    kind: {
      id: 'index',
      label: `State of AI index, ${formatEdition(newest)}`,
      meaning: listFamilies['index-edition'].covers,
      mark: 'diamond',
    },
  };
}

/** What is in operation on a list; nothing where there is no such list. */
async function readHolders(orm: Orm, list: string, unit: UnitName): Promise<Found> {
  if (!(await readLists(orm)).some((one) => toListSlug(one) === list)) return new Map();
  const rows = await readHoldings(orm, list);
  const asked = toConvertible(
    unit,
    rows.some(({ h100e }) => h100e !== null),
  );
  const ranking = await buildHolderRanking(orm, { list, unit: asked, status: 'operational' });
  return new Map(
    ranking.holders.map(({ key, value, low, high, rows: own }): [string, CountedFigure] => {
      const sources = new Set(own.map(({ source }) => source));
      return [
        key,
        {
          ...{ value, low, high },
          kind: toKindOf(own),
          source: sources.size === 1 ? own[0].source : null,
          note: own.length > 1 ? `Added up over ${own.length} rows.` : own[0].note,
          evidence: toCountedHref(own, ranking.rows),
          asOf: findNewest(own),
        },
      ];
    }),
  );
}

/** Sites state H100-equivalents for the whole site, and chips for some only. */
async function readSites(orm: Orm, unit: UnitName): Promise<Count | null> {
  if (unit !== 'h100e-stated' || !hasTable(orm, dataCenters)) return null;
  const sites = await findRows(orm, dataCenters, { status: 'operating' }, ['site']);
  const known = sites.flatMap(({ owner, h100e, ...site }) =>
    owner && h100e ? [{ ...site, owner, h100e }] : [],
  );
  const found = [...group(known, ({ owner }) => owner)].map(
    ([owner, own]): [string, CountedFigure] => [
      owner,
      {
        value: own.reduce((sum, { h100e }) => sum + h100e, 0),
        kind: 'modeled',
        source: own[0]?.source ?? null,
        note: `Added up over ${countOf(own.length, 'site')}: ${own.map(({ name }) => name).join(', ')}.`,
        evidence: toRowsHref(dataCenters, { owner, status: 'operating' }),
        asOf: own.map(({ edition }) => edition).reduce((a, b) => (a > b ? a : b)),
      },
    ],
  );
  return {
    found: new Map(found),
    kind: {
      id: 'sites',
      label: 'At data center sites (Epoch AI)',
      meaning:
        'Computing at the large sites that the organization owns and Epoch AI watches, from satellite images, permits and filings. What it rents elsewhere and smaller sites are not in it.',
      mark: 'square',
    },
  };
}

/** The newest of an owner's own statements on what runs; plans and sums of several are none. */
async function readStatements(orm: Orm, unit: UnitName): Promise<Count | null> {
  if (!(await readLists(orm)).some(({ family }) => family === 'statement')) return null;
  const measure = buildMeasure(toConvertible(unit, false), await readChipTree(orm));
  const rows = (await readHoldings(orm, 'statement')).filter(
    ({ kind, counts, status }) =>
      kind === 'official' && counts === 'stock' && status === 'operational',
  );
  const found = new Map<string, CountedFigure>();
  for (const row of rows.toSorted((a, b) => a.as_of.localeCompare(b.as_of))) {
    const measured = measure(row);
    if (!measured) continue;
    const { value, low, high } = measured;
    const what = `${formatValue(row.accelerators, 'accelerators', toFigureKind(row.kind))} ${row.chip_name}`;
    found.set(row.organization, {
      ...toRowFigure(gpuHoldings, row),
      ...{ value, low, high },
      note: [row.cluster, what, row.note].filter(Boolean).join('; '),
      asOf: row.as_of,
    });
  }
  return {
    found,
    kind: {
      id: 'statement',
      label: 'Own newest statement',
      meaning:
        'What the company itself last said it runs, often one cluster of many. Plans are not shown.',
      mark: 'triangle',
    },
  };
}

/** That counts are not added, and what the picture lacks. */
export function noteCounts(
  kinds: readonly OtherCount[],
  unit: UnitName,
  entries: readonly Pick<RankEntry, 'low' | 'high' | 'value'>[],
): string[] {
  return [
    'Counts differ in date and in what they count, and all but the modeled fleet are parts of it: the table has each with its day. They are never added.',
    ...(kinds.some(({ id }) => id === 'sites')
      ? []
      : ['Totals of data center sites are published in H100-equivalents alone.']),
    ...(unit === 'h100e-stated'
      ? ['Where a list states no H100-equivalents, they are computed by 8-bit rate.']
      : []),
    ...(entries.some(({ value, low, high }) => value !== null && (low == null || high == null))
      ? ['A bar without a whisker: its source gives no range.']
      : []),
  ];
}

/** "In named clusters: Meta 160,000 (Aug 2025), …": a sentence for each count that has anything. */
export function describeCounts(
  kinds: readonly OtherCount[],
  entries: readonly Pick<RankEntry, 'label' | 'counts'>[],
  unit: Unit,
): string[] {
  return kinds.flatMap(({ label }, at) => {
    const said = entries.flatMap(({ label: name, counts }) => {
      const one = counts?.[at];
      if (!one) return [];
      return `${name} ${formatValue(one.value, unit, one.kind)} (${formatPeriod(one.asOf)})`;
    });
    return said.length > 0 ? [`${label}: ${said.join(', ')}.`] : [];
  });
}
