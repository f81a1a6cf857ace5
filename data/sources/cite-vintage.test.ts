import { expect, it } from 'vitest';
import { citeSeries, citeVintage, rejectOlder } from './cite-vintage';

const document = {
  ...{ list: 'epoch-gpu-clusters', publisher: 'Epoch AI', title: 'Data on GPU Clusters' },
  ...{ url: 'https://epoch.ai/data/gpu-clusters', note: '', retrieved: '2031-07-05' },
};

it('cites the document of the same vintage, whatever its slug', () => {
  const sources = [{ source: 'epoch-gpu-clusters', published_on: '2026-04-24', note: 'Ours.' }];
  const { source, table } = citeVintage(sources, { ...document, vintage: '2026-04-24' });
  expect([source, table.rows]).toMatchObject(['epoch-gpu-clusters', sources]);
});

it('gives another vintage a document of its own', () => {
  const sources = [{ source: 'epoch-gpu-clusters', published_on: '2026-04-24' }];
  const { source, table } = citeVintage(sources, { ...document, vintage: '2026-09-01' });
  expect(source).toBe('epoch-gpu-clusters-2026-09-01');
  expect(table.rows).toMatchObject([
    {
      source,
      published_on: '2026-09-01',
      retrieved: '2031-07-05',
      kind: 'dataset',
      grade: 'primary',
      origin: 'Epoch AI',
      licence: 'CC-BY-4.0',
    },
  ]);
});

it('lets a document that grows by the day take the date of its newest day', () => {
  const series = { ...document, source: 'prices-2026', list: undefined };
  const cite = (published_on: string, newest: string) =>
    citeSeries([{ source: 'prices-2026', published_on, retrieved: '2026-07-05', note: 'Ours.' }], {
      ...series,
      newest,
    });
  expect(cite('2026-07-05', '2026-08-16').table).toMatchObject({
    owns: ['published_on', 'retrieved'],
    rows: [{ published_on: '2026-08-16', retrieved: '2031-07-05', note: 'Ours.' }],
  });
  expect(cite('2026-08-16', '2026-07-05').table.rows).toMatchObject([
    { published_on: '2026-08-16', retrieved: '2026-07-05' },
  ]);
});

it('refuses a copy that is older than the newest document of its list', () => {
  const sources = [
    { source: 'epoch-hw-prices', published_on: '2031-01-01' },
    { source: 'epoch-hw', published_on: '2026-04-24' },
    { source: 'epoch-hw-2026-09-01', published_on: '2026-09-01' },
  ];
  const reject = (vintage: string) => {
    const found: (string | null)[] = [];
    const input = { files: [], rowsOf: () => sources };
    rejectOlder({ ...input, report: (problem) => found.push(problem.found) }, 'epoch-hw', vintage);
    return found;
  };
  expect(reject('2026-04-24')).toEqual(['2026-04-24']);
  expect(reject('2026-09-01')).toEqual([]);
});
