/** The largest data centers, and the owners of the most of them, as of the newest edition. */

import { group, sum } from 'd3-array';
import { choice } from '@/address/choices';
import { toDataCenterHref, toOrganizationHref, toRowsHref } from '@/address/links';
import type { RankEntry } from '@/charts/model';
import { dataCenterUsers } from '@/data/data-center-users/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { countOf, formatCountry } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import {
  amountOf,
  CHOSEN,
  formatMeasure,
  formatParties,
  labelMeasures,
  measures,
  OWNER_UNKNOWN,
  READING,
  readRunning,
  type Site,
  type SiteMeasure,
  toSiteOrigin,
} from './sites';

const OWNER = 'owner';

export const largestDataCenters = defineChart({
  slug: 'largest-data-centers',
  name: 'The largest AI data centers',
  section: 'holdings',
  question: 'Which AI data centers are the largest, and who owns most?',
  datasets: [dataCenters, dataCenterUsers],
  choices: {
    by: choice('Each bar', { site: 'A site', [OWNER]: 'An owner' }),
    measure: choice('Measure', labelMeasures(measures)),
  },
  build: async (orm, { by, measure: asked }) => {
    const { measure, listed, running, edition } = await readRunning(orm, asked);
    const isByOwner = by === OWNER;
    const entries = (isByOwner ? toOwners(running, measure) : running.map(toEntry(measure)))
      .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
      .map((entry, index) => ({ ...entry, rank: { best: index + 1, worst: index + 1 } }));
    const [first, second] = entries;
    const say = (entry: RankEntry) => `${entry.label} (${formatMeasure(entry.value, measure)})`;
    return {
      title: isByOwner
        ? `AI data centers: ${measure.label} by owner`
        : `The largest AI data centers by ${measure.label}`,
      subtitle: `${measure.meaning}, in operation, ${formatDate(edition)}; Epoch AI, from satellite images, permits and filings`,
      summary: joinSentences(
        first && `${say(first)} is first${second ? `, ahead of ${say(second)}` : ''}.`,
        `${listed.length} sites are followed; ${listed.length - running.length} do not operate yet.`,
      ),
      model: {
        shape: 'ranking',
        unit: measure.unit,
        scale: 'linear',
        valueLabel: measure.label,
        entryLabel: isByOwner ? 'Owner' : 'Site',
        columns: isByOwner
          ? [{ id: 'sites', label: 'Sites in operation', type: 'number' }]
          : [
              { id: 'owner', label: 'Owner', missing: 'not named' },
              { id: 'users', label: 'Used by', missing: 'not known' },
              { id: 'country', label: 'Country' },
              { id: 'chips', label: 'Chips' },
            ],
        entries,
        notes: ['All figures are estimates.', CHOSEN],
      },
      reading: [
        isByOwner
          ? 'A site counts for its owner in full, whoever uses it. Sites whose owner the publisher does not name are one entry.'
          : 'A site is a campus as Epoch AI draws it, in operation and without what is planned.',
        ...READING,
      ],
    };
  },
});

const toEntry =
  (measure: SiteMeasure) =>
  (site: Site): RankEntry => ({
    ...toSiteOrigin(site, measure),
    ...{ id: site.site, label: site.name, href: toDataCenterHref(site.site) },
    ...{ value: amountOf(site, measure), color: 'holder', tone: 'full' },
    date: site.edition,
    details: [
      site.by?.name ?? null,
      formatParties(site.users) || null,
      formatCountry(site.country),
      site.chips,
    ],
  });

function toOwners(sites: readonly Site[], measure: SiteMeasure): RankEntry[] {
  return [...group(sites, ({ owner }) => owner)].flatMap(([owner, own]): RankEntry[] => {
    const [first] = own;
    if (!first) return [];
    return [
      {
        ...toSiteOrigin(first, measure),
        ...{ id: owner ?? 'unknown', label: first.by?.name ?? OWNER_UNKNOWN },
        href: owner && toOrganizationHref(owner),
        value: sum(own, (site) => amountOf(site, measure)),
        ...{ color: owner ? 'holder' : 'other', tone: 'full', date: first.edition },
        note: `${countOf(own.length, 'site')} added up.`,
        evidence: toRowsHref(dataCenters, owner ? { owner, status: 'operating' } : {}),
        details: [own.length],
      },
    ];
  });
}
