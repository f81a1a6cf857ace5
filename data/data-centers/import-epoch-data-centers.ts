/**
 * Epoch AI's Frontier Data Centers, one of its three files at a time: the sites, their dated
 * states, or the chips in them. Days after the copy are projections, which the files do not
 * say. The power of the list of sites was that of the whole facility until May 2026 and is IT
 * power since: of a list older than the one that the data rests on only places are read, which
 * newer ones lack.
 */

import type { CsvRow } from '../contract';
import {
  type Importer,
  type ImportInput,
  inherit,
  type TableUpdate,
  takeOneFile,
} from '../importer';
import { type PublisherFile, readPublisherCsv, writeNumber } from '../publisher-file';
import { citeVintage, findNewestVintage, rejectOlder } from '../sources/cite-vintage';
import { readParties } from './read-parties';
import { PLACE_COLUMNS, readPlace } from './read-place';
import { toHoldings } from './to-holdings';

export const epochDataCenters: Importer = {
  upstream: 'epoch-data-centers',
  title: 'Epoch AI data centers',
  wants:
    'data_centers.csv, data_center_timelines.csv or data_centers_chip_quantities.csv of epoch.ai/data/ai-data-centers, one at a time',
  picks: /data_centers?(_timelines|_chip_quantities)?\b.*\.csv$/,
  replaces:
    'of the sites all but those that it no longer lists, which lose their figures, or of an older list coordinates alone; states of the same edition; all counts of chips, and the rows of owners made of them.',
  read: readEpochDataCenters,
};

/** What the readers of the three files share. */
interface Copy {
  readonly file: PublisherFile;
  /** Day of the copy. */
  readonly date: string;
  readonly edition: string;
  readonly source: string;
  readonly input: ImportInput;
}

const FILES = [
  {
    names: /_timelines/,
    list: 'epoch-data-center-timelines',
    title: 'timelines',
    read: readStates,
  },
  {
    names: /_chip_quant/,
    list: 'epoch-data-center-chips',
    title: 'chip quantities',
    read: readChips,
  },
  { names: /./, list: 'epoch-data-centers', title: 'sites', read: readSites },
] as const;

function readEpochDataCenters(input: ImportInput) {
  const taken = takeOneFile(input, 'day');
  const kind = FILES.find(({ names }) => names.test(taken?.file.name ?? ''));
  if (!taken || !kind) return { vintage: '', tables: [] };
  const { date } = taken;
  const edition = date.slice(0, 7);
  if (kind.read === readSites && date < findNewestVintage(input, kind.list)) {
    return { vintage: date, tables: [readOlderPlaces(taken.file, input)] };
  }
  // States of every edition stay; of chips only the newest copy counts.
  if (kind.read === readChips) rejectOlder(input, kind.list, date);
  const cited = citeVintage(input.rowsOf('sources'), {
    list: kind.list,
    publisher: 'Epoch AI',
    title: `Frontier Data Centers: ${kind.title} (copy of ${date})`,
    url: 'https://epoch.ai/data/ai-data-centers',
    vintage: date,
    note: '',
    retrieved: input.today,
  });
  const { source } = cited;
  return {
    vintage: date,
    tables: [cited.table, ...kind.read({ ...taken, edition, source, input })],
  };
}

function readSites({ file, edition, source, input }: Copy): TableUpdate[] {
  const columns = {
    name: ['Name'],
    h100e: ['Current H100 equivalents'],
    power: ['Current power (MW)'],
    cost: ['Current total capital cost (2025 USD billions)'],
    owner: ['Owner'],
    users: ['Users'],
    chips: ['Current chip types'],
    planned: ['All chip types'],
    country: ['Country'],
    ...PLACE_COLUMNS,
  } as const;
  const { names, report, rowsOf } = input;
  const earlier = rowsOf('data-centers');
  const usedBefore = rowsOf('data-center-users');
  const users: CsvRow[] = [];
  const rows = readPublisherCsv(file, columns, report).flatMap((row): CsvRow[] => {
    const site = names.find('site', row.text('name'));
    const country = names.find('country', row.text('country'));
    const [owner] = readParties(row.text('owner'), input);
    if (!site || !country) return [];
    const isSite = (one: CsvRow) => one.site === site;
    const h100e = row.number('h100e');
    for (const { organization: user, confidence } of readParties(row.text('users'), input)) {
      const { note } = inherit(usedBefore, ['note'], (one) => isSite(one) && one.user === user);
      users.push({ site, user, confidence, edition, source, note });
    }
    const ours = inherit(earlier, ['name', 'note', ...PLACES], isSite);
    return [
      {
        ...{ site, country, edition, source, name: ours.name || row.text('name') },
        ...readPlace(row, ours),
        ...{ owner: owner?.organization ?? '', owner_confidence: owner?.confidence ?? '' },
        status: (h100e ?? 0) > 0 ? 'operating' : 'planned',
        ...{ h100e: writeNumber(h100e, 0), it_power_mw: writeNumber(row.number('power')) },
        capital_cost_usd_millions: toMillions(row.number('cost')),
        ...{ chips: toList(row.text('chips')), chips_planned: toList(row.text('planned')) },
        note: ours.note,
      },
    ];
  });
  const listed = new Set(rows.map(({ site }) => site));
  const figures = ['it_power_mw', 'h100e', 'capital_cost_usd_millions', 'chips', 'chips_planned'];
  const blank = Object.fromEntries(figures.map((name) => [name, '']));
  const dropped = earlier
    .filter(({ site }) => !listed.has(site))
    .map((row): CsvRow => ({ ...row, ...blank, status: 'dropped' }));
  const owner = ['owner', 'owner_confidence'];
  const owns = [...figures, ...PLACES, ...owner, 'country', 'status', 'edition', 'source'];
  return [
    {
      ...{ dataset: 'data-centers', scope: () => true, match: ['site'], owns },
      ...{ rows: [...rows, ...dropped], block: () => true, order: ['site'] },
    },
    {
      ...{ dataset: 'data-center-users', scope: () => true, match: ['site', 'user'] },
      ...{ owns: ['confidence', 'edition', 'source'], rows: users },
      ...{ block: () => true, order: ['site', 'user'] },
    },
  ];
}

const PLACES = ['place', 'latitude', 'longitude', 'place_basis'] as const;

/** Of the sites that we list, the coordinates that an older list has; all else stays as it is. */
function readOlderPlaces(file: PublisherFile, { names, report, rowsOf }: ImportInput): TableUpdate {
  const columns = { name: ['Name', 'Title'], ...PLACE_COLUMNS } as const;
  const listed = rowsOf('data-centers');
  const rows = readPublisherCsv(file, columns, report).flatMap((row): CsvRow[] => {
    const site = names.find('site', row.text('name'));
    const ours = listed.find((one) => one.site === site);
    if (!ours) return [];
    const place = readPlace(
      row,
      inherit([ours], PLACES, () => true),
    );
    return [{ ...ours, ...place }];
  });
  return {
    ...{ dataset: 'data-centers', scope: () => true, keepsMissing: true, match: ['site'] },
    ...{ owns: PLACES, rows, block: () => true, order: ['site'] },
  };
}

function readStates({ file, date, edition, source, input }: Copy): TableUpdate[] {
  const columns = {
    site: ['Data center'],
    date: ['Date'],
    buildings: ['Buildings operational'],
    it: { names: ['IT power (MW)'], optional: true },
    facility: ['Power (MW)'],
    h100e: ['H100 equivalents'],
    cost: ['Total capital cost (2025 USD billions)'],
  } as const;
  const { names, report, rowsOf } = input;
  const earlier = rowsOf('data-center-timelines').filter((row) => row.edition === edition);
  const rows = readPublisherCsv(file, columns, report).flatMap((row): CsvRow[] => {
    const site = names.find('site', row.text('site'));
    const day = row.day('date');
    if (!site || !day) return [];
    return [
      {
        ...{ edition, site, date: day, kind: toKind(day, date) },
        buildings: writeNumber(row.number('buildings')),
        it_power_mw: writeNumber(row.number('it')),
        facility_power_mw: writeNumber(row.number('facility')),
        h100e: writeNumber(row.number('h100e'), 0),
        capital_cost_usd_millions: toMillions(row.number('cost')),
        source,
        ...inherit(earlier, ['note'], (one) => one.site === site && one.date === day),
      },
    ];
  });
  return [
    {
      dataset: 'data-center-timelines',
      scope: (row) => row.edition === edition,
      match: ['site', 'date'],
      owns: [
        ...['kind', 'buildings', 'it_power_mw', 'facility_power_mw', 'h100e'],
        ...['capital_cost_usd_millions', 'source'],
      ],
      rows,
      block: () => true,
      order: ['edition', 'site', 'date'],
    },
  ];
}

function readChips({ file, date, edition, source, input }: Copy): TableUpdate[] {
  const columns = {
    site: ['Data center'],
    date: ['Date'],
    chip: ['Chip type'],
    units: ['Number of Units'],
    chipBasis: ['Chip type source'],
    countBasis: ['Number of Units source'],
    owner: ['Owner'],
    user: ['User'],
  } as const;
  const { names, report, rowsOf } = input;
  const earlier = rowsOf('data-center-chips');
  const rows = readPublisherCsv(file, columns, report).flatMap((row): CsvRow[] => {
    const site = names.find('site', row.text('site'));
    const chip = names.find('chip', row.text('chip'));
    const day = row.day('date');
    const units = row.number('units');
    // Several owners or users of the same chips have no share of their own.
    const owners = readParties(row.text('owner'), input);
    const users = readParties(row.text('user'), input);
    if (!site || !chip || !day || units === null) return [];
    const isSame = (one: CsvRow) => one.site === site && one.chip === chip && one.date === day;
    const ours = inherit(earlier, ['owner', 'owner_confidence', 'note'], isSame);
    const owner = owners.length === 1 ? owners[0] : undefined;
    const user = users.length === 1 ? users[0] : undefined;
    return [
      {
        ...{ site, chip, date: day, kind: toKind(day, date), edition, source, note: ours.note },
        ...{ accelerators: writeNumber(units, 0), h100e: toH100e(earlier, chip, units) },
        owner: owner?.organization ?? ours.owner,
        owner_confidence: owner ? owner.confidence : ours.owner_confidence,
        ...{ user: user?.organization ?? '', user_confidence: user?.confidence ?? '' },
        ...{ chip_basis: toBasis(row.text('chipBasis')) },
        ...{ count_basis: toBasis(row.text('countBasis')) },
      },
    ];
  });
  return [
    {
      dataset: 'data-center-chips',
      scope: () => true,
      match: ['site', 'chip', 'date'],
      owns: [
        ...['kind', 'accelerators', 'h100e', 'owner', 'owner_confidence', 'user'],
        ...['user_confidence', 'chip_basis', 'count_basis', 'edition', 'source'],
      ],
      rows,
      block: () => true,
      order: ['site', 'chip', 'date'],
    },
    toHoldings(rows, input),
  ];
}

const toKind = (day: string, copied: string) => (day > copied ? 'projection' : 'estimate');
const toBasis = (text: string) => (/disclos/i.test(text) ? 'disclosed' : 'estimated');
const toMillions = (billions: number | null) =>
  writeNumber(billions === null ? null : billions * 1000, 3);
const toList = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('; ');

/** At the rate of the chip's largest count that we have; blank for a chip without one. */
function toH100e(earlier: readonly CsvRow[], chip: string, units: number): string {
  const counted = earlier.filter((row) => row.chip === chip && row.h100e !== '');
  const same = counted.find(({ accelerators }) => Number(accelerators) === units);
  if (same) return same.h100e ?? '';
  const [known] = counted.sort((a, b) => Number(b.accelerators) - Number(a.accelerators));
  return known ? writeNumber((units * Number(known.h100e)) / Number(known.accelerators), 0) : '';
}
