/** What the largest owners are estimated to have, and how much of it stands in named clusters. */

import { choice } from '@/address/choices';
import { toOrganizationHref } from '@/address/links';
import type { IntervalBar } from '@/charts/model';
import { chips } from '@/data/chips/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { organizations } from '@/data/organizations/contract';
import type { Orm } from '@/db/connection';
import { formatValue, type Unit } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { noteEstimates, toKindOf } from '@/views/row-figures';
import { joinSentences, toPossessive } from '@/views/sentences';
import { type CommonUnit, commonUnits, type UnitName } from './conversion';
import { toCountedHref } from './exclusion';
import { buildHolderRanking, type HolderRanking } from './holder-choices';
import { type Family, listFamilies, readLists, toListSlug, WHOLE_FLEETS } from './holder-lists';
import { findNewest, formatAmountInRange, hasAddedRanges, OUTER_RANGES } from './holder-words';
import type { Holder } from './ranking';

const NAMED_CLUSTERS = 'epoch-clusters' satisfies Family;

/** Into which both lists can be converted. */
const UNITS = ['h100e-16bit', 'h100e-8bit', 'count'] as const satisfies readonly UnitName[];

export const fleetsAndClusters = defineChart({
  slug: 'fleets-and-clusters',
  name: 'Estimated fleets and the clusters that are known of them',
  section: 'holdings',
  question: 'How much of what the largest owners have is documented?',
  datasets: [gpuHoldings, organizations, chips],
  choices: {
    unit: choice('Unit', Object.fromEntries(UNITS.map((unit) => [unit, commonUnits[unit].label]))),
  },
  build: async (orm, { unit = UNITS[0] }) => {
    const [fleets, clusters] = await Promise.all([
      readHolders(orm, WHOLE_FLEETS, unit),
      readHolders(orm, NAMED_CLUSTERS, unit),
    ]);
    const common: CommonUnit = commonUnits[UNITS.find((one) => one === unit) ?? UNITS[0]];
    const bars = (fleets?.holders ?? []).map((holder) => {
      const part = clusters?.holders.find(({ key }) => key === holder.key);
      return toBar(holder, fleets!, part && toFigure(part, clusters!));
    });
    const dated = bars.map(({ asOf }) => asOf).reduce((a, b) => (a > b ? a : b), '');
    const isAdded = fleets !== null && hasAddedRanges(fleets);
    const isBare = bars.some(({ low, high }) => low === null || high === null);
    return {
      title: 'What the largest owners have, and how much of it is documented',
      subtitle: [
        common.label,
        ...(dated ? [`fleets as Epoch AI models them, ${formatDate(dated)}`] : []),
        'named clusters as they became known, most of them earlier',
      ].join(' · '),
      summary: describeBars(fleets?.holders ?? [], bars, common.unit),
      model: {
        shape: 'interval-bars',
        unit: common.unit,
        valueLabel: 'Estimated total, median',
        rangeLabel: isAdded ? 'Outer 5–95% range' : '5–95% range',
        partLabel: 'In named clusters',
        entryLabel: 'Owner',
        bars,
        ...(isAdded ? { ranges: 'added' as const } : {}),
        notes: [
          ...noteEstimates(bars),
          'Totals and clusters are of different dates: the table has both.',
          ...(isBare ? ['A bar without a whisker: its source gives no range.'] : []),
          ...(isAdded ? [OUTER_RANGES] : []),
          ...describeLeftOut([fleets, clusters], bars),
        ],
      },
      reading: [
        `${listFamilies[WHOLE_FLEETS].covers} ${listFamilies[NAMED_CLUSTERS].covers}`,
        'Both lists are by Epoch AI, converted into one unit. Unnamed clusters are in the total only, so a small part means that little is public, not that little exists.',
        unit === 'count'
          ? 'An old accelerator counts as much as a new one.'
          : `Converted: ${common.formula}.`,
      ],
    };
  },
});

/** Holders in operation by a list; null where there is no such list. */
async function readHolders(orm: Orm, list: Family, unit: string): Promise<HolderRanking | null> {
  const isThere = (await readLists(orm)).some((one) => toListSlug(one) === list);
  return isThere ? buildHolderRanking(orm, { list, unit, status: 'operational' }) : null;
}

function toFigure(holder: Holder, { rows: all }: HolderRanking): NonNullable<IntervalBar['part']> {
  const { rows, value, low, high } = holder;
  const sources = new Set(rows.map(({ source }) => source));
  return {
    ...{ value, low, high },
    kind: toKindOf(rows),
    source: sources.size === 1 ? rows[0].source : null,
    note: rows.length > 1 ? `Added up over ${rows.length} rows.` : rows[0].note,
    evidence: toCountedHref(rows, all),
    asOf: findNewest(rows),
  };
}

function toBar(
  holder: Holder,
  ranking: HolderRanking,
  part: IntervalBar['part'] = null,
): IntervalBar {
  const [{ organization, organization_name }] = holder.rows;
  return {
    id: holder.key,
    label: organization_name,
    href: toOrganizationHref(organization),
    ...toFigure(holder, ranking),
    part,
  };
}

/** The largest with its range, and whose fleet is documented most. */
function describeBars(
  [first]: readonly Holder[],
  bars: readonly IntervalBar[],
  unit: Unit,
): string {
  if (!first) return 'No list of whole fleets is at hand.';
  const known = bars.flatMap(({ label, value, part }) =>
    part ? [{ label, value, part: part.value, share: part.value / value }] : [],
  );
  const most = known.toSorted((a, b) => b.share - a.share)[0];
  const say = (value: number) => formatValue(value, unit, 'estimate');
  return joinSentences(
    `${first.rows[0].organization_name} has the most by Epoch AI’s model: ${formatAmountInRange(first, unit)}${unit === 'accelerators' ? '' : ` ${unit}`}.`,
    most
      ? `${toPossessive(most.label)} fleet is documented best: named clusters hold ${say(most.part)} of ${say(most.value)}, ${formatValue(Math.round(most.share * 100), '%')}.`
      : 'No cluster of these owners is named.',
  );
}

/** Whose chips could not be converted. */
function describeLeftOut(
  lists: readonly (HolderRanking | null)[],
  bars: readonly IntervalBar[],
): string[] {
  const shown = new Set(bars.map(({ id }) => id));
  const rows = lists
    .flatMap((list) => list?.holders ?? [])
    .filter(({ key }) => shown.has(key))
    .flatMap(({ missing }) => missing);
  const texts = rows.map(
    ({ organization_name, accelerators, chip_name }) =>
      `${organization_name} ${formatValue(accelerators, 'accelerators')} ${chip_name}`,
  );
  return texts.length > 0 ? [`Left out, without a published rate: ${texts.join(', ')}.`] : [];
}
