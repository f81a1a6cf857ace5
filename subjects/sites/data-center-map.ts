/** Where the data centers are, as far as a place is published. */

import { group, rollups } from 'd3-array';
import { choice } from '@/address/choices';
import { toDataCenterHref, toOrganizationHref } from '@/address/links';
import type { MapPlace } from '@/charts/model';
import { dataCenters } from '@/data/data-centers/contract';
import { formatCountry } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinNames, joinSentences } from '@/views/sentences';
import {
  amountOf,
  CHOSEN,
  formatMeasure,
  formatPlace,
  labelMeasures,
  measures,
  readListed,
  type Site,
  type SiteMeasure,
  statusLabels,
  toMeasure,
  toSiteOrigin,
} from './sites';

export const dataCenterMap = defineChart({
  slug: 'data-center-map',
  name: 'Map of AI data centers',
  section: 'holdings',
  question: 'Where are the largest AI data centers?',
  datasets: [dataCenters],
  choices: { measure: choice('Measure', labelMeasures(measures)) },
  build: async (orm, values) => {
    const measure = toMeasure(values.measure);
    const sites = await readListed(orm);
    const places = sites.map(toPlace(measure)).toSorted((a, b) => b.value - a.value);
    const placed = sites.filter(({ latitude }) => latitude !== null);
    const edition = sites[0]?.edition ?? '';
    const [largest] = places.filter(({ latitude }) => latitude !== null);
    return {
      title: 'Where the largest AI data centers are',
      subtitle: `${measure.meaning}, in operation, ${formatDate(edition)}; sites that Epoch AI follows and whose place is published`,
      summary: joinSentences(
        `${placed.length} of ${sites.length} sites are on the map.`,
        largest &&
          `The largest of them is ${largest.label} at ${largest.place} (${formatMeasure(largest.value, measure)}).`,
        `By country: ${joinNames(countCountries(sites))}.`,
      ),
      model: {
        shape: 'map',
        unit: measure.unit,
        entryLabel: 'Site',
        toneLabels: { full: statusLabels.operating, lighter: statusLabels.planned },
        asOf: edition,
        columns: [
          { id: 'owner', label: 'Owner', missing: 'not named' },
          { id: 'placed_by', label: 'Placed by', missing: 'not on the map' },
        ],
        places,
        notes: ['All figures are estimates.'],
      },
      reading: [
        'A site is where the publisher’s coordinates are, to about a kilometer, or in the middle of the town, postal code or county that its address or name states. Nothing is placed by guess: sites without such a place are in the table alone.',
        CHOSEN,
      ],
    };
  },
});

interface Unplaced {
  /** Its code, and its name. */
  readonly country: string;
  readonly name: string;
  /** The largest first; not more than a page can bear. */
  readonly sites: readonly Site[];
  readonly found: number;
}

/** Sites of which no place is known, and so not on the map; by country. */
export function listUnplaced(sites: readonly Site[], most = MOST_NAMED): Unplaced[] {
  const apart = sites.filter(({ latitude }) => latitude === null);
  return [...group(apart, ({ country }) => country)]
    .map(([country, own]) => ({
      ...{ country, name: formatCountry(country), found: own.length },
      sites: own.slice(0, most),
    }))
    .toSorted((a, b) => b.found - a.found || a.name.localeCompare(b.name));
}

/** Names of a country's sites in one paragraph. */
const MOST_NAMED = 50;

/** "United States 77", the most first. */
function countCountries(sites: readonly Site[]): string[] {
  return rollups(
    sites,
    (own) => own.length,
    ({ country }) => formatCountry(country),
  )
    .toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b))
    .map(([country, count]) => `${country} ${count}`);
}

const bases = {
  coordinates: 'its coordinates',
  town: 'its town',
} satisfies Record<NonNullable<Site['place_basis']>, string>;

const toPlace =
  (measure: SiteMeasure) =>
  (site: Site): MapPlace => ({
    ...toSiteOrigin(site, measure),
    ...{ id: site.site, label: site.name, href: toDataCenterHref(site.site) },
    ...{ latitude: site.latitude, longitude: site.longitude },
    value: amountOf(site, measure),
    place: formatPlace(site),
    tone: site.status === 'operating' ? 'full' : 'lighter',
    details: [site.by?.name ?? null, site.place_basis && bases[site.place_basis]],
    detailHrefs: [site.owner && toOrganizationHref(site.owner), null],
  });
