import { expect, it } from 'vitest';
import { runImporter, type TestImport } from '../importer-for-tests';
import { epochClusters } from './import-epoch-clusters';

const COLUMNS = [
  ...['Note', 'Name', 'Status', 'Certainty', 'Owner', 'First Operational Date'],
  ...['Chip type (primary)', 'Chip quantity (primary)', 'Chip type (secondary)'],
  ...['Chip quantity (secondary)', 'Superseded by', 'Possible Duplicate', 'H100 equivalents'],
  ...['Reported Power Capacity (MW)', 'Calculated Power Capacity (MW)'],
];
/** A row of the list; the note is there for its commas, quotation marks and line breaks. */
function cluster(cells: Readonly<Record<string, string>>): string {
  const usual: Record<string, string> = {
    ...{ Note: '"Said ""soon"",\nthen, later"', Status: 'Existing', Certainty: 'Confirmed' },
    ...{ 'Chip type (primary)': 'NVIDIA A100', 'Chip quantity (primary)': '100.0' },
  };
  return COLUMNS.map((column) => cells[column] ?? usual[column] ?? '').join(',');
}
const toFile = (...clusters: readonly string[]) =>
  `\uFEFF${[COLUMNS.join(','), ...clusters].join('\r\n')}\r\n`;

const ABCI = {
  ...{ Name: "AIST's ABCI 2.0", Owner: 'AIST', 'First Operational Date': '5/30/2021' },
  'Chip quantity (primary)': '9.60e+02',
};
const names: TestImport['names'] = [
  ['organization', 'AIST', 'aist'],
  ['organization', 'Helios', 'agh'],
  ['chip', 'NVIDIA A100', 'a100'],
  ['chip', 'NVIDIA A100 SXM4 80 GB', 'a100'],
  ['chip', 'NVIDIA V100', 'v100'],
];
const listed = { family: 'epoch-clusters', source: 'epoch-gpu-clusters' };
const rows: TestImport['rows'] = {
  sources: [{ source: 'epoch-gpu-clusters', published_on: '2025-10-22' }],
  'gpu-holdings': [
    {
      ...{ ...listed, holding: 'aist-a100-abci-epoch-2021-05', organization: 'aist', chip: 'a100' },
      ...{ accelerators: '940', as_of: '2021-05-30', as_of_precision: 'day', note: 'Ours.' },
      ...{ category: 'national-hpc', status: 'operational', counts: 'stock' },
      cluster: 'AIST’s ABCI 2.0',
    },
  ],
};
const run = (text: string, more: Partial<TestImport> = {}) =>
  runImporter(epochClusters, {
    ...{ files: { 'gpu_clusters.csv': text }, date: '2031-04-24', names, rows, ...more },
  });
const holdingsOf = (result: ReturnType<typeof run>) => result.differences['gpu-holdings'];

it('changes a number of a cluster that we have, and keeps what is ours', () => {
  // Its owner may be spelled as it likes: whose it is, is ours.
  const result = run(toFile(cluster({ ...ABCI, Owner: '"AIST,METI"' })));
  expect([result.problems, result.unknown]).toEqual([[], []]);
  expect(holdingsOf(result)).toMatchObject({
    added: [],
    changed: [
      {
        key: 'aist-a100-abci-epoch-2021-05',
        cells: [{ column: 'accelerators', before: '940', after: '960' }, { column: 'source' }],
      },
    ],
    removed: [],
  });
  expect(result.differences.sources?.added).toMatchObject([
    { key: 'epoch-gpu-clusters-2031-04-24' },
  ]);
});

it('adds a row for each chip, adds up variants, and dates what has no date by the copy', () => {
  const file = toFile(
    cluster(ABCI),
    cluster({
      ...{ Name: 'Helios', Certainty: 'Likely', Status: 'Planned' },
      ...{ 'Chip type (secondary)': 'NVIDIA V100', 'Chip quantity (secondary)': '24' },
    }),
    cluster({
      ...{ Name: 'Prometheus', Owner: 'AIST', 'First Operational Date': '2020-01-15' },
      'Chip type (secondary)': 'NVIDIA A100 SXM4 80 GB',
      'Chip quantity (secondary)': '1.0',
    }),
  );
  expect(holdingsOf(run(file))?.added.map(({ row }) => row)).toMatchObject([
    {
      ...{ holding: 'agh-a100-helios-epoch-2031-04', status: 'announced', category: 'unknown' },
      ...{ as_of: '2031-04-24', as_of_precision: 'dataset-date' },
      note: 'Likely, says Epoch; undated, dated by the copy of the list',
    },
    { holding: 'agh-v100-helios-epoch-2031-04', accelerators: '24' },
    {
      ...{ holding: 'aist-a100-prometheus-epoch-2020-01', accelerators: '101' },
      ...{ category: 'national-hpc', as_of: '2020-01-15', as_of_precision: 'day' },
    },
  ]);
});

it('takes over computing and power of a cluster of one chip, and power as reported first', () => {
  const stated = {
    ...{ Owner: 'AIST', 'H100 equivalents': '31.53', 'Calculated Power Capacity (MW)': '0.2734' },
  };
  const two = { 'Chip type (secondary)': 'NVIDIA V100', 'Chip quantity (secondary)': '24' };
  const file = toFile(
    cluster({ Name: 'A', ...stated }),
    cluster({ Name: 'B', ...stated, 'Reported Power Capacity (MW)': '5' }),
    cluster({ Name: 'C', ...stated, ...two }),
    cluster({ Name: 'D', ...stated }),
  );
  const result = run(file, { names: [...names, ['cell', 'D: h100e', '']] });
  const added = holdingsOf(result)?.added.map(({ row }) => [
    `${row.cluster} ${row.chip}`,
    row.h100e ?? '',
    row.power_mw ?? '',
    row.power_basis ?? '',
  ]);
  expect(added).toEqual([
    ['A a100', '32', '0.273', 'calculated'],
    ['B a100', '32', '5', 'reported'],
    ['C a100', '', '', ''],
    ['D a100', '', '0.273', 'calculated'],
    ['C v100', '', '', ''],
  ]);
});

it('marks a phase that a running one counts again', () => {
  const phase = (name: string, more: Readonly<Record<string, string>>) =>
    cluster({ Name: name, Owner: 'AIST', ...more });
  const file = toFile(
    cluster(ABCI),
    phase('One', { 'Superseded by': 'Two' }),
    phase('Two', { 'Chip quantity (primary)': '200', 'Superseded by': 'Three' }),
    phase('Three', { 'Chip quantity (primary)': '300', Status: 'Planned' }),
  );
  const added = holdingsOf(run(file))?.added.map(({ row }) => [
    row.cluster,
    row.counts,
    row.part_of ?? '',
  ]);
  expect(added).toEqual([
    ['One', 'earlier-phase', 'aist-a100-two-epoch-2031-04'],
    ['Three', 'stock', ''],
    ['Two', 'stock', ''],
  ]);
});

it('leaves out what is no holding, with the reason', () => {
  const { leftOut, unknown, differences } = run(
    toFile(
      cluster(ABCI),
      cluster({ Name: 'Anonymized Chinese System', Owner: 'Nobody' }),
      cluster({ Name: 'A', Owner: 'Nobody', 'Chip quantity (primary)': '' }),
      cluster({ Name: 'B', Owner: 'Nobody', 'Chip type (primary)': '' }),
      cluster({ Name: 'C', Owner: 'Nobody', Certainty: 'Unlikely' }),
      cluster({ Name: 'D', Owner: 'Nobody', 'Possible Duplicate': 'True' }),
      cluster({ Name: 'E' }),
    ),
  );
  expect(leftOut).toEqual([
    ...['Anonymous', 'No number of chips', 'No chip named', 'Unlikely, says Epoch'],
    ...['Possible duplicate of another cluster', 'No owner named'],
  ]);
  expect([unknown, differences['gpu-holdings']?.added]).toEqual([[], []]);
});

it('makes no difference the second time, and shows what the list no longer has', () => {
  const file = toFile(cluster(ABCI), cluster({ Name: 'Helios' }));
  const { rows: after } = run(file);
  const again = run(file, { rows: after });
  for (const { added, changed, removed } of Object.values(again.differences)) {
    expect([...added, ...changed, ...removed]).toEqual([]);
  }
  const shorter = run(toFile(cluster(ABCI)), { rows: after });
  expect(holdingsOf(shorter)?.removed).toMatchObject([{ key: 'agh-a100-helios-epoch-2031-04' }]);
});

it('does not guess owners and chips', () => {
  const { unknown } = run(
    toFile(
      cluster({ Name: 'A', Owner: '"AIST,METI"' }),
      cluster({ Name: 'B', Owner: 'AIST', 'Chip type (primary)': 'NVIDIA V1000' }),
    ),
  );
  expect(unknown).toMatchObject([
    { kind: 'organization', name: 'AIST,METI' },
    { kind: 'chip', name: 'NVIDIA V1000', suggestion: { ours: 'v100' } },
  ]);
});

it.each([
  [toFile(cluster({ ...ABCI, Status: 'Rumored' })), {}, /line 2, Status: "Rumored" is no state/],
  [toFile(cluster(ABCI)), { date: undefined }, /nothing says of which day the file is/],
  [toFile(cluster(ABCI)), { date: '2025-01-01' }, /"2025-01-01" is older than the list/],
  [toFile(cluster(ABCI)).replace('Owner', 'Owners'), {}, /no column “Owner”. It has “Owners”/],
])('tells what is wrong with a file', (text, more, said) => {
  expect(run(text, more).problems.join('\n')).toMatch(said);
});
