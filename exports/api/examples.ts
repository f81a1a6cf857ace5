/** Addresses that the documentation shows; the tests ask for each of them. */
export const examples = [
  { path: '/datasets.json', meaning: 'All datasets, their columns and downloads.' },
  { path: '/charts.json', meaning: 'All charts, their choices and downloads.' },
  { path: '/calculators.json', meaning: 'All calculators, their presets and assumptions.' },
  { path: '/datapackage.json', meaning: 'The datasets as a Frictionless Data Package.' },
  { path: '/datasets/nvidia-revenue.csv', meaning: 'A dataset, whole.' },
  { path: '/datasets/chips.json?vendor=nvidia&limit=10', meaning: 'Ten rows of a selection.' },
  { path: '/datasets/chips.csv-metadata.json', meaning: 'Its columns as CSV on the Web.' },
  { path: '/charts/market-share.json', meaning: 'The figures of a chart, with sources.' },
  { path: '/charts/market-share.svg?theme=dark', meaning: 'Its picture.' },
  {
    path: '/calculators/inference.json?preset=google-scale&years_of_use=3+to+6',
    meaning: 'An estimate with its assumptions.',
  },
  { path: '/embed/market-share?theme=light', meaning: 'The chart alone, for a frame.' },
  { path: '/snapshots.json', meaning: 'The kept snapshots; with from= and to=, what changed.' },
  { path: '/snapshots.atom', meaning: 'Changes of the data as a feed.' },
  { path: '/download/tracker.sqlite', meaning: 'Every table in one file, for SQLite.' },
] as const;
