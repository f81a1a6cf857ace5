/** Who holds or uses accelerators. */
import { defineDataset, oneOf, slug, text, url } from '../contract';
import { note } from '../shared-columns';

export const organizations = defineDataset({
  slug: 'organizations',
  title: 'Organizations',
  story:
    'Companies, clouds, laboratories, universities and programs whose accelerators are counted somewhere, and those who host them for others. Country, city and homepage are general knowledge and carry no source. A program (Stargate, South Korea’s national plan) stands next to its members, so their figures overlap.',
  grain: 'One row per organization.',
  columns: {
    organization: slug({ label: 'Organization', meaning: 'Short name by which figures cite it.' }),
    name: text({ label: 'Name', meaning: 'Name for people.' }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'What sort of organization it is.',
      values: {
        company: { label: 'Company', meaning: 'An established company.' },
        'cloud-provider': {
          label: 'Cloud provider',
          meaning: 'A company that rents computers to others.',
        },
        startup: { label: 'Startup', meaning: 'A young company, mostly a model developer.' },
        'national-lab': {
          label: 'National laboratory',
          meaning: 'A public laboratory or supercomputing center.',
        },
        university: { label: 'University', meaning: 'A university or its computing center.' },
        consortium: {
          label: 'Consortium or program',
          meaning: 'Several parties, or a public program.',
        },
      },
    }),
    country: text({
      label: 'Country',
      meaning: 'Country of the headquarters, two letters (ISO 3166).',
      pattern: /^[A-Z]{2}$/,
      example: 'US',
    }),
    headquarters_city: text({
      label: 'City',
      meaning: 'City of the headquarters.',
      optional: true,
    }),
    homepage: url({ label: 'Homepage', meaning: 'Website.', optional: true }),
    note,
  },
  key: ['organization'],
  checks: [],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
