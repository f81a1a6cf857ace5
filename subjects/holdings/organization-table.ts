/**
 * Every organization that holds accelerators, with the newest that is known of it: of a
 * modeled fleet its total, else the newest count of what is in operation.
 */
import { group } from 'd3-array';
import { ALL, type Choice, parseChoices } from '@/address/choices';
import { type FoundRows, toPage } from '@/address/found-rows';
import { toOrganizationHref } from '@/address/links';
import { type Named, readNames } from '@/address/names';
import { type Query, readAddress, wholeNumber, words } from '@/address/parameters';
import { type SortKey, sortKeys, toSortText } from '@/address/sort-keys';
import type { Orm } from '@/db/orm';
import type { FigureKind } from '@/units/figure-kind';
import { formatCountry, formatValue, MISSING } from '@/units/format-value';
import { listSortNames, sortRows, type TableColumn } from '@/units/table';
import { toFigureKind, toKindOf } from '@/views/row-figures';
import { H100_EQUIVALENT } from './conversion';
import { isGone } from './exclusion';
import { organizationKinds } from './holder-choices';
import {
  byCoverage,
  formatList,
  readDefaultList,
  readHoldings,
  readLists,
  toListSlug,
} from './holder-lists';
import { buildHolderRanking } from './holder-ranking';
import { findNewest, formatAmount } from './holder-words';
import { listOrganizations, type NamedHolding, type OrganizationRow } from './queries';

interface OrganizationLine {
  readonly organization: OrganizationRow;
  /** How many rows of holdings speak of it, over all sources. */
  readonly figures: number;
  /** Null where every count is of machines that are gone. */
  readonly newest: NewestFigure | null;
}

interface NewestFigure {
  readonly value: number;
  /** "5.0m H100-equivalents", "16,000 A100". */
  readonly text: string;
  readonly kind: FigureKind;
  /** "State of AI index of publicly documented clusters, Aug 2026". */
  readonly list: string;
  /** ISO, as exact as the source. */
  readonly asOf: string;
  readonly isPlanned: boolean;
}

// A connection lives as long as its snapshot, and takes this with it.
const known = new WeakMap<Orm, Promise<OrganizationLine[]>>();

/** The largest figure first, what is only planned behind what runs; without one by name. */
function readLines(orm: Orm): Promise<OrganizationLine[]> {
  const found = known.get(orm) ?? gather(orm);
  known.set(orm, found);
  return found;
}

async function gather(orm: Orm): Promise<OrganizationLine[]> {
  const [organizations, lists, first] = await Promise.all([
    listOrganizations(orm),
    readLists(orm),
    readDefaultList(orm),
  ]);
  if (first === '') return [];
  const [ranking, all] = await Promise.all([
    buildHolderRanking(orm, { list: first, status: 'operational' }),
    Promise.all(lists.map((list) => readHoldings(orm, toListSlug(list)))),
  ]);
  const byOrganization = group(all.flat(), ({ organization }) => organization);
  return organizations
    .flatMap((organization): OrganizationLine[] => {
      const rows = byOrganization.get(organization.organization);
      if (!rows) return [];
      const fleet = ranking.holders.find(({ key }) => key === organization.organization);
      const newest = fleet
        ? {
            value: fleet.value,
            text: `${formatAmount(fleet, ranking.unit.unit)} ${ranking.unit.unit}`,
            kind: toKindOf(fleet.rows),
            list: formatList(ranking.list),
            asOf: findNewest(fleet.rows),
            isPlanned: false,
          }
        : findNewestCount(rows);
      return [{ organization, figures: rows.length, newest }];
    })
    .toSorted(
      (a, b) =>
        Number(a.newest?.isPlanned ?? true) - Number(b.newest?.isPlanned ?? true) ||
        (b.newest?.value ?? -1) - (a.newest?.value ?? -1) ||
        a.organization.name.localeCompare(b.organization.name, 'en'),
    );
}

/** What it owns before what it uses, what runs before what is planned, then by day, list and number. */
function findNewestCount(rows: readonly NamedHolding[]): NewestFigure | null {
  const [newest] = rows
    .filter((row) => !isGone(row))
    .toSorted(
      (a, b) =>
        Number(a.counts === 'use') - Number(b.counts === 'use') ||
        Number(isPlanned(a)) - Number(isPlanned(b)) ||
        b.as_of.localeCompare(a.as_of) ||
        byCoverage(a.family, b.family) ||
        b.accelerators - a.accelerators,
    );
  if (!newest) return null;
  const { accelerators, chip, chip_name, counts, as_of } = newest;
  const kind = toFigureKind(newest.kind);
  const what = chip === H100_EQUIVALENT ? 'H100-equivalents' : chip_name;
  return {
    value: accelerators,
    text: [
      `${formatValue(accelerators, 'accelerators', kind)} ${what}`,
      ...(counts === 'use' ? ['used, not owned'] : []),
      ...(isPlanned(newest) ? ['planned'] : []),
    ].join(', '),
    kind,
    list: formatList(newest),
    asOf: as_of,
    isPlanned: isPlanned(newest),
  };
}

const isPlanned = ({ status }: NamedHolding): boolean => status !== 'operational';

export const organizationColumns: readonly TableColumn<OrganizationLine>[] = [
  {
    ...{ id: 'organization', type: 'text', unit: null, label: 'Organization' },
    meaning: 'Who owns or runs the machines.',
    read: ({ organization }) => organization.name,
    href: ({ organization }) => toOrganizationHref(organization.organization),
  },
  {
    ...{ id: 'newest', type: 'number', unit: null, label: 'Newest figure' },
    meaning: 'Its modeled fleet where there is one, else the newest count in operation.',
    read: ({ newest }) => newest?.value ?? null,
    format: ({ newest }) => newest?.text ?? MISSING,
    kind: ({ newest }) => newest?.kind,
  },
  {
    ...{ id: 'as_of', type: 'text', unit: null, label: 'As of', as: 'date' },
    meaning: 'The day of the figure.',
    sortsFirst: 'descending',
    read: ({ newest }) => newest?.asOf ?? null,
  },
  {
    ...{ id: 'list', type: 'text', unit: null, label: 'List', meaning: 'Who counted.' },
    read: ({ newest }) => newest?.list ?? null,
  },
  {
    ...{ id: 'kind', type: 'text', unit: null, label: 'Kind', meaning: 'What it is.' },
    read: ({ organization }) => organizationKinds[organization.kind],
  },
  {
    ...{ id: 'country', type: 'text', unit: null, label: 'Country', meaning: 'Of its seat.' },
    read: ({ organization }) => formatCountry(organization.country) || null,
  },
];

const kind: Choice = {
  label: 'Kind',
  control: 'select',
  preferred: ALL,
  list: async (orm) => {
    const kinds = new Set((await readLines(orm)).map(({ organization }) => organization.kind));
    const labels = Object.entries(organizationKinds) as [OrganizationRow['kind'], string][];
    return [
      { value: ALL, label: 'All' },
      ...labels.filter(([value]) => kinds.has(value)).map(([value, label]) => ({ value, label })),
    ];
  },
};

const parameters = {
  q: words('Words of a name or a country.'),
  sort: sortKeys(listSortNames({ columns: organizationColumns })),
  page: wholeNumber('The page of the table.', { min: 1 }),
};

export const ORGANIZATION_PARAMETERS = ['q', 'kind', 'sort', 'page'] as const;

export interface OrganizationTable extends FoundRows<OrganizationLine> {
  readonly sort: readonly SortKey[];
}

export const ORGANIZATIONS_PER_PAGE = 25;

/** The organizations that an address asks for. */
export async function getOrganizationTable(orm: Orm, query: Query): Promise<OrganizationTable> {
  const [all, choices, names] = await Promise.all([
    readLines(orm),
    parseChoices({ kind }, query, orm),
    readNames(orm),
  ]);
  const { values, problems } = readAddress(parameters, query);
  const chosen = choices.values.kind ?? ALL;
  const called = names.find(values.q);
  const isKind = ({ organization: { kind: own } }: OrganizationLine) =>
    chosen === ALL || chosen === own;
  const found = all.filter(
    (one) => isKind(one) && (isAmong(one, called) || isCalled(one.organization, values.q)),
  );
  const near = names.suggest(values.q, (one) => all.some((line) => isAmong(line, [one])));
  const rows = sortRows({ columns: organizationColumns, rows: found }, values.sort);
  const sort = toSortText(values.sort);
  return {
    ...toPage(rows, values.page, ORGANIZATIONS_PER_PAGE),
    offered: choices.offered,
    corrections: [...choices.corrections, ...problems],
    search: values.q,
    sort: values.sort,
    near: found.length > 0 ? [] : near,
    whole: all.length,
    parameters: {
      ...(values.q && { q: values.q }),
      ...(chosen !== ALL && { kind: chosen }),
      ...(sort && { sort }),
    },
  };
}

const isAmong = ({ organization: { organization } }: OrganizationLine, named: readonly Named[]) =>
  named.some(({ dataset, row }) => dataset === 'organizations' && row === organization);

/** Whether every word begins one of its name or country; "open ai" is OpenAI. */
function isCalled({ name, country, organization }: OrganizationRow, search: string): boolean {
  const text = ` ${toPlain(`${name} ${country} ${formatCountry(country)} ${organization}`)}`;
  const plain = toPlain(search);
  return (
    plain.split(' ').every((word) => text.includes(` ${word}`)) ||
    toPlain(name).replaceAll(' ', '').includes(plain.replaceAll(' ', ''))
  );
}

/** Without accents, signs and capitals. */
const toPlain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
