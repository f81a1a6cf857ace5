/** The data centers as a table: found by words, narrowed, sorted, paged. */

import { ALL, type Choice, parseChoices, toCanonical } from '@/address/choices';
import { type FoundRows, toPage } from '@/address/found-rows';
import { toDataCenterHref, toOrganizationHref } from '@/address/links';
import { readNames, toKey } from '@/address/names';
import { type Query, readAddress, wholeNumber, words } from '@/address/parameters';
import type { SortKey } from '@/address/sort-keys';
import type { Orm } from '@/db/orm';
import { formatCountry } from '@/units/format-value';
import { sortRows, type TableColumn } from '@/units/table';
import { formatParties, formatPlace, measures, readSites, type Site, statusLabels } from './sites';

export const siteColumns: readonly TableColumn<Site>[] = [
  {
    ...{ id: 'site', type: 'text', unit: null, label: 'Site', meaning: 'The data center.' },
    read: ({ name }) => name,
    href: ({ site }) => toDataCenterHref(site),
    title: formatPlace,
  },
  {
    ...{ id: 'owner', type: 'text', unit: null, label: 'Owner', missing: 'not named' },
    meaning: 'Who owns it.',
    read: ({ by }) => by && formatParties([by]),
    href: ({ owner }) => owner && toOrganizationHref(owner),
  },
  {
    ...{ id: 'users', type: 'text', unit: null, label: 'Used by', missing: 'not known' },
    meaning: 'Who computes there; in brackets how sure that is, where it is not certain.',
    read: ({ users }) => formatParties(users) || null,
  },
  {
    ...{ id: 'country', type: 'text', unit: null, label: 'Country', meaning: 'Where it is.' },
    read: ({ country }) => formatCountry(country),
  },
  {
    ...{ id: 'status', type: 'text', unit: null, label: 'Status', meaning: 'Whether it runs.' },
    read: ({ status }) => statusLabels[status],
  },
  {
    ...{ id: 'it_power_mw', type: 'number', unit: 'MW', label: 'IT power' },
    meaning: measures['it-power'].meaning,
    read: ({ it_power_mw }) => it_power_mw,
    kind: () => measures['it-power'].kind,
  },
  {
    ...{ id: 'h100e', type: 'number', unit: 'H100-equivalents', label: 'H100-equivalents' },
    meaning: measures.h100e.meaning,
    read: ({ h100e }) => h100e,
    kind: () => measures.h100e.kind,
  },
  {
    ...{ id: 'cost', type: 'number', unit: 'USD millions', label: 'Cost, assumed' },
    meaning: 'IT power times 37.88 million dollars per MW: the publisher’s assumption.',
    read: ({ capital_cost_usd_millions }) => capital_cost_usd_millions,
    kind: () => 'modeled',
  },
  {
    ...{ id: 'chips', type: 'text', unit: null, label: 'Chips', meaning: 'In operation.' },
    read: ({ chips, chips_planned }) => chips ?? (chips_planned && `${chips_planned} (planned)`),
  },
];

const toFilter = (
  label: string,
  read: (site: Site) => readonly [value: string, label: string],
): Choice => ({
  label,
  control: 'select',
  preferred: ALL,
  list: async (orm) => {
    const found = new Map((await readSites(orm)).map(read));
    const options = [...found].map(([value, name]) => ({ value, label: name }));
    return [
      { value: ALL, label: 'All' },
      ...options.toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
    ];
  },
});

/** Owners that the publisher names; who owns the others is a choice as well. */
const NOBODY = 'not-named';

const filters = {
  owner: toFilter('Owner', ({ by }) => (by ? [by.organization, by.name] : [NOBODY, 'Not named'])),
  country: toFilter('Country', ({ country }) => [country, formatCountry(country)]),
  status: toFilter('Status', ({ status }) => [status, statusLabels[status]]),
};

const parameters = {
  q: words('Words of a site’s name, place, owner, users or chips.'),
  page: wholeNumber('The page of the table.', { min: 1 }),
};

export const SITE_PARAMETERS = ['q', ...Object.keys(filters), 'page'];
const PER_PAGE = 6;

/** The sites that an address asks for; the largest first unless it says otherwise. */
export async function getSiteTable(
  orm: Orm,
  query: Query,
  sort: readonly SortKey[],
): Promise<FoundRows<Site>> {
  const [all, choices, names] = await Promise.all([
    readSites(orm),
    parseChoices(filters, query, orm),
    readNames(orm),
  ]);
  const { values, problems } = readAddress(parameters, query);
  const { owner = ALL, country = ALL, status = ALL } = choices.values;
  const called = names.find(values.q).filter(({ dataset }) => dataset === 'data-centers');
  const found = all.filter(
    (site) =>
      (owner === ALL || owner === (site.owner ?? NOBODY)) &&
      (country === ALL || country === site.country) &&
      (status === ALL || status === site.status) &&
      (called.some(({ row }) => row === site.site) || holds(site, values.q)),
  );
  const rows = sortRows({ columns: siteColumns, rows: found }, sort);
  return {
    ...toPage(rows, values.page, PER_PAGE),
    offered: choices.offered,
    corrections: [...choices.corrections, ...problems],
    search: values.q,
    whole: all.length,
    near:
      found.length > 0 ? [] : names.suggest(values.q, ({ dataset }) => dataset === 'data-centers'),
    parameters: { ...(values.q && { q: values.q }), ...toCanonical(choices.offered) },
  };
}

/** Whether every word is in what is told of a site. */
function holds(site: Site, search: string): boolean {
  const { name, chips, chips_planned, by, users } = site;
  const parties = [by, ...users].map((party) => party?.name ?? '');
  const text = toKey([name, formatPlace(site), ...parties, chips, chips_planned].join(' '));
  return search.split(/\s+/).every((word) => text.includes(toKey(word)));
}
