/** Sites where frontier AI runs, as of the newest edition of Epoch AI's list. */
import { defineDataset, number, oneOf, reference, slug, text } from '../contract';
import { edition, note, source } from '../shared-columns';
import { placesWhole, statusFits } from './checks';

/** How sure the publisher is of who owns or uses a data center. */
export const confidence = (whose: string) =>
  oneOf({
    label: `${whose}, confidence`,
    meaning: `How sure the publisher is; blank where it does not say.`,
    optional: true,
    values: {
      confident: { label: 'Confident', meaning: 'Stated, or well documented.' },
      likely: { label: 'Likely', meaning: 'Probable, not confirmed.' },
      speculative: { label: 'Speculative', meaning: 'A guess from circumstances.' },
      estimate: { label: 'Estimate', meaning: 'The publisher’s own estimate.' },
    },
  });

/** The publisher's cost of a site, in its list of sites and in their dated states. */
export const assumedCapitalCost = number({
  label: 'Capital cost, assumed',
  meaning:
    'IT power times 37.88 million dollars of 2025 per MW: the publisher’s assumption, not a measurement.',
  unit: 'USD millions',
  min: 0,
  optional: true,
});

export const dataCenters = defineDataset({
  slug: 'data-centers',
  title: 'AI data centers',
  story:
    'Large data centers for AI that Epoch AI follows by satellite images, permits and filings: who owns them, how much power their servers draw and how much computing that is. Epoch chooses the sites, mostly the largest, so they are no total of a company or a country, and the same chips are also in the lists of clusters and in the model of owners. Never add these. Power is IT power: servers and network, without cooling. Capital cost is not measured: it is IT power times a fixed amount per megawatt.',
  grain: 'One row per site.',
  columns: {
    site: slug({ label: 'Site', meaning: 'Short name by which figures cite the site.' }),
    name: text({ label: 'Name', meaning: 'The publisher’s name of the site.' }),
    country: text({
      label: 'Country',
      meaning: 'Country of the site, two letters (ISO 3166).',
      pattern: /^[A-Z]{2}$/,
      example: 'US',
    }),
    place: text({
      label: 'Place',
      meaning:
        'Town, or county, and its state where there is one, as the publisher’s address, name or notes have it; blank where they name none that is unmistakable.',
      optional: true,
      example: 'Memphis, Tennessee',
    }),
    latitude: number({
      label: 'Latitude',
      meaning: 'Degrees north, to two decimals (about a kilometer); blank where not known.',
      unit: null,
      min: -90,
      max: 90,
      optional: true,
    }),
    longitude: number({
      label: 'Longitude',
      meaning: 'Degrees east, negative in the west; blank where not known.',
      unit: null,
      min: -180,
      max: 180,
      optional: true,
    }),
    place_basis: oneOf({
      label: 'Basis of the coordinates',
      meaning: 'What the coordinates are of; blank where there are none.',
      optional: true,
      values: {
        coordinates: {
          label: 'The site',
          meaning: 'Printed by the publisher for the site, or for a cluster at its address.',
        },
        town: {
          label: 'The town',
          meaning: 'Center of the town, postal code or county that the publisher names.',
        },
      },
    }),
    owner: reference({
      label: 'Owner',
      meaning: 'Who owns the site; blank where the publisher names no one.',
      to: 'organizations',
      optional: true,
    }),
    owner_confidence: confidence('Owner'),
    status: oneOf({
      label: 'Status',
      meaning: 'Whether it runs, as of the edition.',
      values: {
        operating: { label: 'Operating', meaning: 'At least part of it computes.' },
        planned: { label: 'Not yet operating', meaning: 'Under construction or planned.' },
        dropped: {
          label: 'No longer listed',
          meaning: 'Listed in an earlier edition and not in the newest; figures are blank.',
        },
      },
    }),
    edition,
    it_power_mw: number({
      label: 'IT power',
      meaning: 'Power of servers and network in operation, without cooling and losses.',
      unit: 'MW',
      min: 0,
      optional: true,
    }),
    h100e: number({
      label: 'H100-equivalents',
      meaning: 'Compute in operation, by peak 8-bit speed (dense) against an H100.',
      unit: 'H100-equivalents',
      min: 0,
      optional: true,
    }),
    capital_cost_usd_millions: assumedCapitalCost,
    chips: text({
      label: 'Chips in operation',
      meaning: 'As the publisher names them; B200 and B300 include GB200 and GB300.',
      optional: true,
    }),
    chips_planned: text({
      label: 'Chips once built',
      meaning: 'All chips of the site, those to come included, as the publisher names them.',
      optional: true,
    }),
    source,
    note,
  },
  key: ['site'],
  checks: [statusFits, placesWhole],
  credit: 'Epoch AI, Frontier Data Centers (CC BY 4.0); centers of towns: GeoNames (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
