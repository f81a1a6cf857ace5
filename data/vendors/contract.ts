/** Who designs the chips, and the groups into which sources lump them. */

import { FISCAL_CALENDAR } from '@/units/fiscal-calendar';
import { defineDataset, oneOf, reference, slug, text, url } from '../contract';
import { companiesAreGatheredInGroups, companiesHaveColors, parentsAreCompanies } from './checks';
import { vendorColors } from './colors';

export const vendors = defineDataset({
  slug: 'vendors',
  title: 'Vendors',
  story:
    'Designers of accelerators, and the groups that sources use instead of names (“other”, “startups”, “custom silicon”). A group may repeat companies that stand next to it, so a group and its members are never added. Country and homepage are general knowledge.',
  grain: 'One row per vendor or group of vendors.',
  columns: {
    vendor: slug({ label: 'Vendor', meaning: 'Short name by which figures cite the vendor.' }),
    name: text({ label: 'Name', meaning: 'Name for people.' }),
    short_name: text({
      label: 'Short name',
      meaning: 'What a chart calls it where room is short; blank: its name.',
      optional: true,
    }),
    level: oneOf({
      label: 'Level',
      meaning: 'Whether this is one company.',
      values: {
        company: 'One company.',
        group: 'Several companies, as a source lumps them.',
      },
    }),
    parent: reference({
      label: 'Parent',
      meaning: 'The company that owns this one.',
      to: 'vendors',
      optional: true,
    }),
    gathered_in: reference({
      label: 'Gathered in',
      meaning: 'The group that represents it where there is no room for every company.',
      to: 'vendors',
      optional: true,
    }),
    country: text({
      label: 'Country',
      meaning: 'Country of the headquarters, two letters (ISO 3166).',
      pattern: /^[A-Z]{2}$/,
      example: 'US',
      optional: true,
    }),
    fiscal_year_end: text({
      label: 'Fiscal year ends',
      meaning:
        'Where figures stand by fiscal quarters: when the year ends, as the company’s filings say it; “, long Q1” where a year of 53 weeks has its 14th week in another quarter than the fourth.',
      pattern: FISCAL_CALENDAR,
      example: 'last Sunday of January',
      optional: true,
    }),
    color: oneOf({
      label: 'Color',
      meaning: 'Its color in charts, by the name of the palette’s entry.',
      values: vendorColors,
    }),
    meaning: text({
      label: 'What it is',
      meaning: 'What the company makes, or whom the group holds.',
    }),
    homepage: url({ label: 'Homepage', meaning: 'Website.', optional: true }),
  },
  key: ['vendor'],
  checks: [parentsAreCompanies, companiesAreGatheredInGroups, companiesHaveColors],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
