/**
 * Epoch AI's Data on GPU Clusters → one holding a cluster and chip. Epoch knows more
 * clusters than can be told as holdings: those without a number or a chip, anonymous ones,
 * unlikely ones and possible duplicates of others are left out. Who holds a cluster that we
 * have, and how its phases hang together, is ours and stays.
 */

import type { CsvRow } from '../contract';
import { type Importer, type ImportInput, inherit } from '../importer';
import { toSlug } from '../parse-cell';
import { type PublisherRow, readPublisherCsv, writeNumber } from '../publisher-file';
import { takeEpochCopy } from '../sources/cite-vintage';

export const epochClusters: Importer = {
  upstream: 'epoch-clusters',
  title: 'Epoch AI GPU clusters',
  wants: 'gpu_clusters.csv of epoch.ai/data/gpu-clusters',
  picks: /^gpu_clusters.*\.csv$/,
  replaces: 'the whole list of clusters.',
  read: readEpochClusters,
};

const COLUMNS = {
  name: ['Name'],
  status: ['Status'],
  certainty: ['Certainty'],
  owner: ['Owner'],
  day: ['First Operational Date'],
  chip: ['Chip type (primary)'],
  count: ['Chip quantity (primary)'],
  secondChip: ['Chip type (secondary)'],
  secondCount: ['Chip quantity (secondary)'],
  h100e: ['H100 equivalents'],
  reported: ['Reported Power Capacity (MW)'],
  calculated: ['Calculated Power Capacity (MW)'],
  supersededBy: ['Superseded by'],
  duplicate: ['Possible Duplicate'],
} as const;
type Row = PublisherRow<keyof typeof COLUMNS>;

const STATUS: Readonly<Record<string, string>> = {
  Existing: 'operational',
  Planned: 'announced',
  Decommissioned: 'retired',
};

function readEpochClusters(input: ImportInput) {
  const { report, rowsOf } = input;
  const taken = takeEpochCopy(input, {
    list: 'epoch-gpu-clusters',
    title: 'Data on GPU Clusters',
    url: 'https://epoch.ai/data/gpu-clusters',
    note: 'Chinese systems are anonymised and were left out.',
  });
  if (!taken) return { vintage: '', tables: [] };
  const { file, date, cited } = taken;
  const list = rowsOf('gpu-holdings').filter(isOfList);
  const rows = readPublisherCsv(file, COLUMNS, report);
  const holdings = rows.flatMap((row) => readCluster(row, { input, list, date }));
  const followers = new Map(rows.map((row) => [toPlain(row.text('name')), row]));
  return {
    vintage: date,
    tables: [
      cited.table,
      {
        dataset: 'gpu-holdings',
        scope: isOfList,
        match: ['cluster', 'chip'],
        owns: [
          ...['accelerators', 'h100e', 'power_mw', 'power_basis'],
          ...['as_of', 'as_of_precision', 'status', 'source'],
        ],
        rows: holdings.map(({ row, supersededBy }) => {
          const follower = followers.get(toPlain(supersededBy));
          const isFollowed = follower && STATUS[follower.text('status')] === 'operational';
          return {
            ...row,
            source: cited.source,
            ...(isFollowed ? toEarlierPhase(row, follower.text('name'), holdings, list) : {}),
          };
        }),
        block: isOfList,
        order: ['holding'],
      },
    ],
  };
}

const isOfList = ({ family }: CsvRow) => family === 'epoch-clusters';
/** Epoch's name and ours differ in apostrophes and hyphens at most. */
const toPlain = (name: string) => toSlug(name);

interface Cluster {
  readonly row: CsvRow;
  /** Name of the phase that took its place; blank where there is none. */
  readonly supersededBy: string;
}

interface ClusterContext {
  readonly input: ImportInput;
  readonly list: readonly CsvRow[];
  readonly date: string;
}

function readCluster(row: Row, { input, list, date }: ClusterContext): Cluster[] {
  const { names, leaveOut } = input;
  const name = row.text('name');
  const reason = whyLeftOut(row);
  if (reason) {
    leaveOut(reason);
    return [];
  }
  const status = STATUS[row.text('status')];
  if (!status) {
    row.reject('status', 'is no state of a cluster', `Expected ${Object.keys(STATUS).join(', ')}.`);
    return [];
  }
  const ours = list.filter(({ cluster = '' }) => toPlain(cluster) === toPlain(name));
  const organization =
    ours[0]?.organization ?? names.findIfAny('organization', name) ?? findOwner(row, input);
  const day = row.day('day');
  const counts = readChips(row, input);
  // The list states computing and power of a cluster, not of each of its chips.
  const whole = counts.length === 1 ? readWhole(row, input) : {};
  return counts.flatMap(({ chip, accelerators, isSecond }): Cluster[] => {
    if (!organization) return [];
    const today = ours.find((one) => one.chip === chip);
    const cluster = ours[0]?.cluster ?? name;
    const isOffer = today?.counts === 'capacity-on-offer';
    const notes = [
      row.text('certainty') === 'Confirmed' ? 'Confirmed by Epoch' : 'Likely, says Epoch',
      isSecond ? 'secondary chip' : '',
      day === null ? 'undated, dated by the copy of the list' : '',
    ];
    return [
      {
        row: {
          holding: toHolding({ organization, chip, cluster: name }, day ?? date),
          ...{ organization, chip, cluster, family: 'epoch-clusters', kind: 'index-estimate' },
          accelerators: writeNumber(accelerators, 0),
          ...whole,
          // A date that Epoch does not give stays that of the copy in which we met the cluster.
          as_of: day ?? today?.as_of ?? date,
          as_of_precision: day ? 'day' : 'dataset-date',
          // What a cloud offers is not installed, whatever the list calls it.
          status: isOffer ? (today?.status ?? status) : status,
          category: inherit(list, ['category'], isOf(organization)).category || 'unknown',
          counts: 'stock',
          note: notes.filter(Boolean).join('; '),
        },
        supersededBy: row.text('supersededBy'),
      },
    ];
  });
}

function findOwner(row: Row, { names, leaveOut }: ImportInput): string | null {
  const owner = row.text('owner');
  if (owner !== '') return names.find('organization', owner);
  leaveOut('No owner named');
  return null;
}

function whyLeftOut(row: Row): string | null {
  if (/^anonymi[sz]ed /i.test(row.text('name'))) return 'Anonymous';
  if (row.text('count') === '' && row.text('secondCount') === '') return 'No number of chips';
  if (row.text('chip') === '') return 'No chip named';
  if (row.text('certainty') === 'Unlikely') return 'Unlikely, says Epoch';
  if (/^true$/i.test(row.text('duplicate'))) return 'Possible duplicate of another cluster';
  return null;
}

/** What is said of a cluster besides its chips; a reported power goes before a calculated one. */
function readWhole(row: Row, { names }: ImportInput): CsvRow {
  const isDoubtful = names.isIgnored('cell', `${row.text('name')}: h100e`);
  const [reported, calculated] = [row.number('reported'), row.number('calculated')];
  const power = reported ?? calculated;
  return {
    h100e: isDoubtful ? '' : writeNumber(row.number('h100e'), 0),
    power_mw: writeNumber(power, 3),
    power_basis: power === null ? '' : reported === null ? 'calculated' : 'reported',
  };
}

interface ChipCount {
  readonly chip: string;
  readonly accelerators: number;
  readonly isSecond: boolean;
}

/** Two variants that we file under one chip are added up. */
function readChips(row: Row, { names }: ImportInput): ChipCount[] {
  const counts = new Map<string, ChipCount>();
  const read = (name: string, count: number | null, isSecond: boolean) => {
    if (name === '' || count === null || count === 0) return;
    const chip = names.find('chip', name);
    if (!chip) return;
    const known = counts.get(chip);
    const accelerators = Math.round(count) + (known?.accelerators ?? 0);
    counts.set(chip, { chip, accelerators, isSecond: known ? known.isSecond : isSecond });
  };
  read(row.text('chip'), row.number('count'), false);
  read(row.text('secondChip'), row.number('secondCount'), true);
  return [...counts.values()];
}

const isOf = (organization: string) => (row: CsvRow) => row.organization === organization;

function toHolding(
  { organization, chip, cluster }: { organization: string; chip: string; cluster: string },
  day: string,
): string {
  const named = toSlug(cluster);
  const short = named.startsWith(`${organization}-`) ? named.slice(organization.length + 1) : named;
  return `${organization}-${chip}-${short}-epoch-${day.slice(0, 7)}`;
}

/** For a phase that a later one counts again: which holding that is, where it is no smaller. */
function toEarlierPhase(
  row: CsvRow,
  follower: string,
  holdings: readonly Cluster[],
  list: readonly CsvRow[],
): CsvRow {
  const whole = holdings.find(
    (one) =>
      toPlain(one.row.cluster ?? '') === toPlain(follower) &&
      one.row.chip === row.chip &&
      Number(one.row.accelerators) >= Number(row.accelerators),
  );
  if (!whole) return {};
  const known = list.find(
    (one) => one.cluster === whole.row.cluster && one.chip === whole.row.chip,
  );
  return { counts: 'earlier-phase', part_of: known?.holding ?? whole.row.holding ?? '' };
}
