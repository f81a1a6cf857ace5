/** AI data centers: the sites with their owners and users, and their dated states. */

import { group } from 'd3-array';
import { toEvidenceHref } from '@/address/links';
import { type RowOf, toLabels } from '@/data/contract';
import { dataCenterTimelines } from '@/data/data-center-timelines/contract';
import { dataCenterUsers } from '@/data/data-center-users/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { organizations } from '@/data/organizations/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { oncePerSnapshot } from '@/db/orm';
import { listSources } from '@/db/queries/names';
import type { FigureKind } from '@/units/figure-kind';
import { formatCountry, formatValue, type Unit } from '@/units/format-value';

type SiteRow = RowOf<typeof dataCenters>;
type UserRow = RowOf<typeof dataCenterUsers>;
export type StateRow = RowOf<typeof dataCenterTimelines>;

interface Party {
  readonly organization: string;
  readonly name: string;
  /** Null where the publisher does not say. */
  readonly confidence: UserRow['confidence'];
}

export interface Site extends SiteRow {
  /** Null where the publisher names no one. */
  readonly by: Party | null;
  /** Empty where no user is known. */
  readonly users: readonly Party[];
}

/** Every site, the largest IT power first, then by name; those no longer listed at the end. */
export const readSites = (orm: Orm): Promise<readonly Site[]> => readOnce(orm, dataCenters);

const readOnce = oncePerSnapshot(async (orm: Orm): Promise<readonly Site[]> => {
  const [sites, users, owners] = await Promise.all([
    findRows(orm, dataCenters, {}, ['-it_power_mw', 'name']),
    findRows(orm, dataCenterUsers, {}, ['site', 'user']),
    findRows(orm, organizations, {}, ['organization']),
  ]);
  const names = new Map(owners.map(({ organization, name }) => [organization, name]));
  const toParty = (organization: string, confidence: Party['confidence']): Party => ({
    organization,
    name: names.get(organization) ?? organization,
    confidence,
  });
  const bySite = group(users, ({ site }) => site);
  return sites
    .map((site) => ({
      ...site,
      by: site.owner === null ? null : toParty(site.owner, site.owner_confidence),
      users: (bySite.get(site.site) ?? []).map((one) => toParty(one.user, one.confidence)),
    }))
    .toSorted((a, b) => Number(isDropped(a)) - Number(isDropped(b)));
});

const isDropped = ({ status }: Pick<Site, 'status'>): boolean => status === 'dropped';

/** The sites of the newest edition. */
export const readListed = async (orm: Orm): Promise<readonly Site[]> =>
  (await readSites(orm)).filter((site) => !isDropped(site));

/** Those of the newest edition, and of them those that run by the measure that is asked for. */
export async function readRunning(orm: Orm, asked: string | undefined) {
  const measure = toMeasure(asked);
  const listed = await readListed(orm);
  const running = listed.filter((site) => amountOf(site, measure) > 0);
  return { measure, listed, running, edition: listed[0]?.edition ?? '' };
}

/** Those of the newest edition that an organization owns or uses, the largest first. */
export const readSitesOf = async (orm: Orm, organization: string): Promise<readonly Site[]> =>
  (await readListed(orm)).filter(({ owner, users }) =>
    [owner, ...users.map((user) => user.organization)].includes(organization),
  );

export interface Edition {
  /** "2026-10". */
  readonly edition: string;
  /** The day of the publisher's copy, ISO: what is later is a projection. */
  readonly copied: string;
  /** By site and day. */
  readonly states: readonly StateRow[];
}

/** The editions of dated states, the newest first. */
export const readEditions = (orm: Orm): Promise<readonly Edition[]> =>
  readStates(orm, dataCenterTimelines);

const readStates = oncePerSnapshot(async (orm: Orm): Promise<readonly Edition[]> => {
  const rows = await findRows(orm, dataCenterTimelines, {}, ['-edition', 'site', 'date']);
  const sources = await listSources(orm, [...new Set(rows.map(({ source }) => source))]);
  const published = new Map(sources.map((one) => [one.source, one.published_on]));
  return [...group(rows, ({ edition }) => edition)].map(([edition, states]) => ({
    edition,
    states,
    copied:
      published.get(states[0]?.source ?? '') ??
      states
        .map(({ date }) => date)
        .sort()
        .at(-1) ??
      '',
  }));
});

/** What is measured of a site; IT power and facility power are never one line. */
export const measures = {
  'it-power': {
    ...{ label: 'IT power', unit: 'MW', column: 'it_power_mw' },
    meaning: 'IT power (servers and network) in megawatts',
    // The publisher's own figures are whole megawatts.
    kind: 'estimate',
  },
  h100e: {
    ...{ label: 'H100-equivalents', unit: 'H100-equivalents', column: 'h100e' },
    meaning: 'Compute in H100-equivalents, by peak 8-bit speed',
    kind: 'modeled',
  },
} as const satisfies Record<string, Measure>;

/** Known of dated states alone. */
export const stateMeasures = {
  'it-power': measures['it-power'],
  'facility-power': {
    ...{ label: 'Facility power', unit: 'MW', column: 'facility_power_mw', kind: 'estimate' },
    meaning: 'Power of the whole site, cooling and losses included, in megawatts',
  },
  h100e: measures.h100e,
} as const satisfies Record<string, Measure>;

export interface Measure {
  readonly label: string;
  readonly unit: Unit;
  readonly column: 'it_power_mw' | 'facility_power_mw' | 'h100e';
  readonly meaning: string;
  readonly kind: FigureKind;
}

/** Labels of measures by their values in addresses. */
export const labelMeasures = (of: Readonly<Record<string, Measure>>): Record<string, string> =>
  Object.fromEntries(Object.entries(of).map(([value, { label }]) => [value, label]));

export type SiteMeasure = (typeof measures)[keyof typeof measures];

/** What runs at a site; zero where nothing does, or the publisher gives no figure. */
export const amountOf = (site: Site, { column }: SiteMeasure): number => site[column] ?? 0;

export const toMeasure = (value: string | undefined): SiteMeasure =>
  value === 'h100e' ? measures.h100e : measures['it-power'];

/** "946 MW", "1.1m H100-equivalents". */
export function formatMeasure(value: number | null, { unit, kind }: Measure): string {
  const text = formatValue(value, unit, kind);
  return unit === 'MW' ? text : `${text} ${unit}`;
}

/** "Memphis, Tennessee, United States"; the country alone where no place is published. */
export const formatPlace = ({ place, country }: Pick<Site, 'place' | 'country'>): string =>
  [place, formatCountry(country)].filter(Boolean).join(', ');

export const confidenceLabels = toLabels(dataCenterUsers.columns.confidence);
export const statusLabels = toLabels(dataCenters.columns.status);

/** "OpenAI (likely), Microsoft". */
export const formatParties = (parties: readonly Party[]): string =>
  parties
    .map(({ name, confidence }) =>
      confidence === null || confidence === 'confident'
        ? name
        : `${name} (${confidenceLabels[confidence].toLowerCase()})`,
    )
    .join(', ');

export const OWNER_UNKNOWN = 'Owner not named';
export const USER_UNKNOWN = 'User not known';

/** What a figure of a site says of itself. */
export const toSiteOrigin = (site: Site, { kind }: Measure) => ({
  ...{ kind, source: site.source, note: site.note },
  evidence: toEvidenceHref(dataCenters, site),
});

/** What every picture of the sites must say. */
export const CHOSEN =
  'Epoch AI follows the sites that it knows of, mostly the largest: no total of a country or a company.';

/** How the figures of all pictures of sites are to be read. */
export const READING = [
  'Sites are found in satellite images, permits and filings. IT power is that of servers and network; the whole site, with cooling and losses, draws about 1.3 times as much.',
  'The same machines are in the lists of clusters and in the model of owners. Sites are never added to these.',
] as const;
