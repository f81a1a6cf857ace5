/** One organisation's accelerators over time, by chip, one family of sources at a time. */
import { getShade } from '@/charts/colours';
import { getLastPoint, type Point, type Series } from '@/charts/model';
import { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import {
  listHistoryOfOrganization,
  listOrganizations,
  listOrganizationsWithHistory,
  type NamedHistory,
} from '@/db/queries/holdings';
import { formatValue } from '@/units/format-value';
import { formatDate, parsePeriod } from '@/units/period';
import { toEvidenceHref } from '../evidence-address';
import { noteEstimatesOf, toFigureKind } from '../figure-kind';
import { type Family, families } from '../holder-lists';
import { defineChart } from '../published-chart';

export const organizationHistory = defineChart({
  slug: 'organization-history',
  name: 'An organisation’s accelerators over time',
  section: 'holdings',
  question: 'How did its fleet grow?',
  datasets: ['gpu-holdings-history'],
  choices: {
    organization: {
      label: 'Organisation',
      control: 'select',
      preferred: 'meta',
      list: async (orm) =>
        (await listOrganizationsWithHistory(orm)).map(({ organization, name }) => ({
          value: organization,
          label: name,
        })),
    },
    family: {
      label: 'Source',
      follows: 'organization',
      control: 'links',
      list: async (orm, { organization = '' }) => {
        const rows = await listHistoryOfOrganization(orm, organization);
        const found = [...new Set(rows.map(({ family }) => family))];
        const size = (family: Family) => rows.filter((row) => row.family === family).length;
        return found
          .toSorted((a, b) => size(b) - size(a))
          .map((family) => ({ value: family, label: families[family] }));
      },
    },
  },
  build: async (orm, { organization = '', family }) => {
    const [all, names] = await Promise.all([
      listHistoryOfOrganization(orm, organization),
      listOrganizations(orm),
    ]);
    const rows = all.filter((row) => row.family === family);
    const name = names.find((one) => one.organization === organization)?.name ?? organization;
    const series = toHistorySeries(rows);
    const last = series
      .flatMap((one) => {
        const point = getLastPoint(one);
        return point ? [{ label: one.label, point }] : [];
      })
      .sort((a, b) => b.point.value - a.point.value);
    const first = series[0]?.points[0];
    const newest = last[0];
    return {
      title: `${name}: accelerators over time`,
      subtitle: `Accelerators by chip · ${families[family as Family] ?? ''}`,
      summary:
        newest && first
          ? `${name}: ${last
              .slice(0, 3)
              .map(
                ({ label, point }) =>
                  `${formatValue(point.value, 'accelerators')} ${label} (${formatDate(point.period.label)})`,
              )
              .join(', ')}.`
          : 'There is no figure.',
      model: {
        shape: 'lines',
        unit: 'accelerators',
        scale: 'linear',
        axis: 'from-zero',
        series,
        notes: noteEstimatesOf(series),
      },
      reading: [
        'Each line is one chip in one family of sources. Whole-fleet models and counts of single clusters differ widely, so families never share a line.',
        family === 'epoch-owners'
          ? 'Epoch AI estimates what each owner has bought so far; the figures are medians of wide intervals.'
          : 'Figures are joined by straight lines; nothing is known in between.',
      ],
      asOf:
        rows
          .map(({ as_of }) => as_of)
          .sort()
          .at(-1) ?? '',
      trends: { scales: ['linear', 'log'] },
    };
  },
});

function toHistorySeries(rows: readonly NamedHistory[]): Series[] {
  const chips = [...new Set(rows.map(({ chip }) => chip))];
  const shades = new Map<string, number>();
  return chips.map((chip): Series => {
    const own = rows.filter((row) => row.chip === chip);
    const vendor = own[0]!.chip_vendor;
    const shade = shades.get(vendor) ?? 0;
    shades.set(vendor, shade + 1);
    return {
      id: chip,
      label: own[0]!.chip_name,
      colour: getShade(vendor, shade),
      points: own.map(
        (row): Point => ({
          period: parsePeriod(row.as_of)!,
          value: row.accelerators,
          low: row.accelerators_low,
          high: row.accelerators_high,
          kind: toFigureKind(row.kind),
          source: row.source,
          note: row.note,
          evidence: toEvidenceHref(gpuHoldingsHistory, row),
        }),
      ),
    };
  });
}
