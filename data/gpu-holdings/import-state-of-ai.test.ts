import { describe, expect, it } from 'vitest';
import { runImporter, type TestImport } from '../importer-for-tests';
import { stateOfAi } from './import-state-of-ai';

const chart = (labels: readonly string[], series: Readonly<Record<string, unknown[]>>) => ({
  labels,
  series: Object.entries(series).map(([name, data]) => ({ name, data })),
});
const JUNE = {
  cited_chip: chart(['2025', '2026'], { 'All NVIDIA': [40, 45], TPU: [12, 13] }),
  cited_nvidia: chart(['2025', '2026'], { A100: [30, 31], '4090': [null, 14] }),
  cited_startup: chart(['2025', '2026'], { Groq: [null, 2] }),
  hopper: chart(['NVIDIA Eos', 'Alps (CSCS)'], {
    Deployed: [4608, 0],
    Installing: [0, 10752],
    Announced: [0, 2000],
  }),
  demand: chart(['OpenAI'], { NVIDIA: [10] }),
  research_topic: { labels: ['ASICs'], values: [-9.8] },
};
const names: TestImport['names'] = [
  ['vendor', 'All NVIDIA', 'nvidia'],
  ['vendor', 'TPU', 'google'],
  ['vendor', 'Groq', 'groq'],
  ['chip', 'A100', 'a100'],
  ['chip', '4090', 'rtx-4090'],
  ['chip', 'hopper', 'hopper'],
  ['chip', 'hopper: Alps (CSCS)', 'gh200'],
  ['cluster', 'Alps (CSCS)', 'Alps'],
  ['organization', 'Alps (CSCS)', 'cscs'],
  ['organization', 'NVIDIA Eos', 'nvidia'],
];
const rows = {
  chips: [
    { chip: 'a100', vendor: 'nvidia' },
    { chip: 'rtx-4090', vendor: 'nvidia' },
  ],
};
const run = (data: unknown, more: Partial<TestImport> = {}) =>
  runImporter(stateOfAi, {
    ...{ files: { '2026-06.json': JSON.stringify(data) }, date: '2026-06', names, rows },
    ...more,
  });

describe('an edition of the State of AI index', () => {
  const june = run(JUNE);

  it('becomes bars of holdings, each at the level the publisher names or we know', () => {
    expect([june.problems, june.unknown]).toEqual([[], []]);
    expect(june.differences['gpu-holdings']?.added.map(({ row }) => row)).toMatchObject([
      {
        ...{ holding: 'cscs-gh200-alps-soai-2026-06-announced', status: 'announced' },
        ...{ accelerators: '2000', cluster: 'Alps', chip: 'gh200' },
      },
      { holding: 'cscs-gh200-alps-soai-2026-06-under-construction', accelerators: '10752' },
      {
        ...{ holding: 'nvidia-hopper-soai-2026-06', chip: 'hopper', organization: 'nvidia' },
        ...{ status: 'operational', as_of: '2026-06-01', edition: 'soai-2026-06' },
        ...{ source: 'soai-data-2026-06', category: 'unknown', counts: 'stock' },
      },
    ]);
  });

  it('becomes an edition, its source, and paper counts whose current year is projected', () => {
    expect(june.differences['index-editions']?.added).toMatchObject([
      {
        row: {
          ...{ edition: 'soai-2026-06', index: 'both', projected_year: '2026' },
          ...{ title: 'State of AI Compute Index, June 2026', data_as_of: '2026-06-01' },
        },
      },
    ]);
    expect(june.differences.sources?.added).toMatchObject([{ key: 'soai-data-2026-06' }]);
    const papers = june.differences['chip-usage-in-papers']?.added ?? [];
    expect(
      papers.map(({ row }) => [row.period, row.series, row.vendor, row.papers, row.kind]),
    ).toEqual([
      ['2025', 'a100', 'nvidia', '30', 'measured'],
      ['2025', 'google', 'google', '12', 'measured'],
      ['2025', 'nvidia', 'nvidia', '40', 'measured'],
      ['2026', 'a100', 'nvidia', '31', 'projection'],
      ['2026', 'google', 'google', '13', 'projection'],
      ['2026', 'groq', 'groq', '2', 'projection'],
      ['2026', 'nvidia', 'nvidia', '45', 'projection'],
      ['2026', 'rtx-4090', 'nvidia', '14', 'projection'],
    ]);
  });

  it('makes no difference the second time', () => {
    const again = run(JUNE, { rows: june.rows });
    for (const { added, changed, removed } of Object.values(again.differences)) {
      expect([...added, ...changed, ...removed]).toEqual([]);
    }
  });

  it('carries on what we said of a bar, and leaves equal paper counts with their edition', () => {
    const edited = june.rows['gpu-holdings']?.map((row) =>
      row.holding === 'nvidia-hopper-soai-2026-06'
        ? { ...row, holding: 'nvidia-eos-soai-2026-06', category: 'private-cloud', note: 'Ours.' }
        : row,
    );
    const alps = { Deployed: [4608, 12_752], Installing: [0, 0], Announced: [0, 0] };
    const july = run(
      { ...JUNE, hopper: chart(['NVIDIA Eos', 'Alps (CSCS)'], alps) },
      { date: '2026-07', rows: { ...june.rows, 'gpu-holdings': edited ?? [] } },
    );
    expect(july.differences['gpu-holdings']?.added.map(({ row }) => row)).toMatchObject([
      { holding: 'cscs-gh200-alps-soai-2026-07', status: 'operational', accelerators: '12752' },
      { holding: 'nvidia-eos-soai-2026-07', category: 'private-cloud', note: 'Ours.' },
    ]);
    expect(july.differences['gpu-holdings']?.removed).toEqual([]);
    expect(july.differences['chip-usage-in-papers']).toBeUndefined();
    expect(july.differences['index-editions']?.added).toMatchObject([
      { row: { edition: 'soai-2026-07', index: 'gpu-holdings', papers_numbers: '' } },
    ]);
  });

  it('shows a corrected file of the same edition as changed and removed', () => {
    const hopper = chart(['NVIDIA Eos'], { Deployed: [5000] });
    const { differences } = run({ ...JUNE, hopper }, { rows: june.rows });
    expect(differences['gpu-holdings']).toMatchObject({
      added: [],
      changed: [{ cells: [{ column: 'accelerators', before: '4608', after: '5000' }] }],
      removed: [{}, {}],
    });
  });

  it('does not guess a label or a chart that it does not know', () => {
    const rubin = chart(['NVIDIA Eoss'], { Announced: [100] });
    const { unknown } = run({ ...JUNE, rubin });
    expect(unknown).toMatchObject([
      { kind: 'organization', name: 'NVIDIA Eoss', suggestion: { ours: 'nvidia' } },
      { kind: 'chip', name: 'rubin' },
    ]);
  });

  it.each([
    [
      { ...JUNE, hopper: undefined, cited_chip: undefined },
      /cited_chip: the file has nothing here/,
    ],
    [
      { ...JUNE, hopper: chart(['NVIDIA Eos'], { Deployed: [] }) },
      /hopper\.series\[0\].* has 0 figures for 1 labels/,
    ],
    [
      { ...JUNE, hopper: chart(['NVIDIA Eos'], { Built: [1] }) },
      /hopper\.series\[0\]\.name: "Built" is no state of a bar/,
    ],
  ])('tells what is wrong with a file of another shape', (data, said) => {
    expect(run(data).problems.join('\n')).toMatch(said);
  });

  it('is one file', () => {
    const files = { '2026-06.json': JSON.stringify(JUNE), '2026-07.json': JSON.stringify(JUNE) };
    expect(run(JUNE, { files }).problems).toEqual([
      '2026-06.json: the list is one file, and several were given. Give one file at a time.',
    ]);
  });

  it('asks for the month where nobody says it', () => {
    const files = { 'charts.json': JSON.stringify(JUNE) };
    expect(run(JUNE, { files, date: undefined }).problems).toEqual([
      'charts.json: nothing says of which month the file is. Let its name say so, or write --date 2026-08.',
    ]);
  });
});
