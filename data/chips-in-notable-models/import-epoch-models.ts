/**
 * Epoch AI's Data on Notable AI Models, one row a model → every model that names its hardware
 * with its chips, counts of these by year and chip, and how many models of a year name their
 * hardware at all. A model that names two chips counts once for each; variants that we merge
 * count once together. Epoch's list of large-scale models adds models that are not notable.
 */

import type { CsvRow } from '../contract';
import { type Importer, type ImportInput, inherit, type TableUpdate } from '../importer';
import { toSlug } from '../parse-cell';
import { type PublisherRow, readPublisherCsv, writeNumber } from '../publisher-file';
import { takeEpochCopy } from '../sources/cite-vintage';

export const epochModels: Importer = {
  upstream: 'epoch-models',
  title: 'Epoch AI notable and large-scale models',
  wants:
    'notable_ai_models.csv of epoch.ai/data/notable-ai-models, or large_scale_ai_models.csv of epoch.ai/data/large-scale-ai-models, one at a time',
  picks: /(notable|large_scale)_ai_models.*\.csv$/,
  replaces: 'models of the same list, and of notable models all counts.',
  read: readEpochModels,
};

const COLUMNS = {
  model: ['Model'],
  organization: ['Organization'],
  country: ['Country (of organization)'],
  published: ['Publication date'],
  hardware: ['Training hardware'],
  accelerators: ['Hardware quantity'],
  hours: ['Training time (hours)'],
  compute: ['Training compute (FLOP)'],
  parameters: ['Parameters'],
  utilization: ['Hardware utilization (MFU)'],
  confidence: ['Confidence'],
  cost: { names: ['Training compute cost (2023 USD)'], optional: true },
  power: { names: ['Training power draw (W)'], optional: true },
  frontier: { names: ['Frontier model'], optional: true },
} as const;
/** Tells the list from that of large-scale models, which has the other columns too. */
const NOTABLE_COLUMNS = { ...COLUMNS, criteria: ['Notability criteria'] } as const;
type Row = PublisherRow<keyof typeof COLUMNS>;

/** Models before it are counted by chip; how many there were is not told. */
const FIRST_COVERED_YEAR = '2018';

const LARGE = {
  list: 'epoch-large',
  title: 'Data on Large-Scale AI Models',
  url: 'https://epoch.ai/data/large-scale-ai-models',
  note: '',
};
const NOTABLE = {
  list: 'epoch-notable',
  title: 'Data on Notable AI Models',
  url: 'https://epoch.ai/data/notable-ai-models',
  note: '',
};

function readEpochModels(input: ImportInput) {
  const isLarge = input.files.some(({ name }) => /large_scale/.test(name));
  const taken = takeEpochCopy(input, isLarge ? LARGE : NOTABLE);
  if (!taken) return { vintage: '', tables: [] };
  const { file, date, cited } = taken;
  const columns = isLarge ? COLUMNS : NOTABLE_COLUMNS;
  const models = readPublisherCsv<keyof typeof COLUMNS>(file, columns, input.report).flatMap(
    (row) => readModel(row, input),
  );
  return {
    vintage: date,
    tables: [
      cited.table,
      ...listModels(models, { source: cited.source, isLarge, input }),
      ...(isLarge ? [] : countModels(models, { source: cited.source, input })),
    ],
  };
}

interface Copy {
  readonly source: string;
  readonly input: ImportInput;
}

/** Counts of notable models, by chip and of all. */
function countModels(models: readonly Model[], { source, input: { rowsOf } }: Copy): TableUpdate[] {
  const lastDay =
    models
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? '';
  const toNote = (ours: CsvRow | undefined, year: string) => {
    const kept = (ours?.note ?? '').replace(UNFINISHED, '').trim();
    const unfinished = year === lastDay.slice(0, 4) ? `Publications to ${lastDay} only.` : '';
    return [unfinished, kept].filter(Boolean).join(' ');
  };
  const byChip = rowsOf('chips-in-notable-models');
  const covered = rowsOf('notable-model-coverage');
  const years = countBy(models, ({ day }) => [day.slice(0, 4)]);
  const naming = countBy(models, ({ day, chips }) => (chips === null ? [] : [day.slice(0, 4)]));
  const chips = countBy(models, (model) =>
    (model.chips ?? []).map((chip) => `${model.day.slice(0, 4)} ${chip}`),
  );
  return [
    {
      dataset: 'chips-in-notable-models',
      scope: () => true,
      match: ['year', 'chip'],
      owns: ['models', 'source', 'note'],
      rows: [...chips].map(([key, count]): CsvRow => {
        const [year = '', chip = ''] = key.split(' ');
        const ours = byChip.find((row) => row.year === year && row.chip === chip);
        const note = toNote(ours, year);
        return { year, chip, models: String(count), source, note };
      }),
      block: () => true,
      order: ['year', 'chip'],
    },
    {
      dataset: 'notable-model-coverage',
      scope: () => true,
      match: ['year'],
      owns: ['models_naming_hardware', 'models', 'source', 'note'],
      rows: [...years]
        .filter(([year]) => year >= FIRST_COVERED_YEAR)
        .map(([year, count]): CsvRow => {
          const ours = covered.find((row) => row.year === year);
          return {
            ...{ year, models: String(count), source, note: toNote(ours, year) },
            models_naming_hardware: String(naming.get(year) ?? 0),
          };
        }),
      block: () => true,
      order: ['year'],
    },
  ];
}

/** Models that name hardware: those of the list, and of the large-scale ones what is not notable. */
function listModels(
  all: readonly Model[],
  { source, isLarge, input: { rowsOf, leaveOut } }: Copy & { readonly isLarge: boolean },
): TableUpdate[] {
  const known = rowsOf('models-with-hardware');
  const notable = isLarge ? 'no' : 'yes';
  const models = all.flatMap(({ chips, cells, hardware }) => {
    if (chips === null || chips.length === 0) return [];
    const ours = known.find(({ name }) => name === cells.name);
    if (isLarge && ours?.notable === 'yes') {
      leaveOut('In the list of notable models too');
      return [];
    }
    const several = hardware.length > 1 ? SEVERAL : '';
    const model = ours?.model ?? toSlug((cells.name ?? '').replaceAll('+', ' plus '));
    const note = inherit(known, ['note'], (row) => row.model === model).note || several;
    return [{ chips, row: { ...cells, model, notable, source, note } }];
  });
  const listed = new Set(models.map(({ row }) => row.model));
  const isOfList = new Set(
    known.filter((row) => row.notable === notable || listed.has(row.model ?? '')).map(toModel),
  );
  return [
    {
      dataset: 'models-with-hardware',
      scope: (row) => isOfList.has(toModel(row)),
      match: ['model'],
      owns: [
        ...['organization', 'country', 'published_on', 'hardware', 'accelerators'],
        ...['training_hours', 'training_compute_exaflop', 'parameters', 'utilization_pct'],
        ...['cost_usd', 'power_w', 'confidence', 'notable', 'frontier', 'source'],
      ],
      rows: models.map(({ row }) => row),
      block: () => true,
      order: ['published_on', 'model'],
    },
    {
      dataset: 'model-chips',
      scope: (row) => isOfList.has(toModel(row)),
      match: ['model', 'chip'],
      owns: ['source'],
      rows: models.flatMap(({ row, chips }) =>
        chips.map((chip): CsvRow => ({ model: row.model, chip, source })),
      ),
      block: () => true,
      order: ['model', 'chip'],
    },
  ];
}

const toModel = ({ model = '' }: CsvRow): string => model;

const SEVERAL = 'Several chips; how the accelerators are split is not known.';

const UNFINISHED = /Publications to \d{4}-\d{2}-\d{2} only\./;

interface Model {
  /** Day of publication, or its month or year where no more is known. */
  readonly day: string;
  /** Chips that trained it, each once; null where it names no hardware. */
  readonly chips: readonly string[] | null;
  /** Its hardware as the list names it. */
  readonly hardware: readonly string[];
  /** What else the list says of it, in our columns. */
  readonly cells: CsvRow;
}

function readModel(row: Row, { names, leaveOut }: ImportInput): Model[] {
  const text = row.text('published');
  if (text === '') {
    leaveOut('No date of publication');
    return [];
  }
  const day = /^\d{4}(-\d{2})?$/.test(text) ? text : row.day('published');
  if (day === null) return [];
  const hardware = splitNames(row.text('hardware'));
  const chips = hardware.flatMap((name) => names.find('chip', name) ?? []);
  return [
    {
      ...{ day, hardware, chips: hardware.length === 0 ? null : [...new Set(chips)] },
      cells: hardware.length === 0 ? {} : toCells(row, day, hardware),
    },
  ];
}

function toCells(row: Row, day: string, hardware: readonly string[]): CsvRow {
  const utilization = row.number('utilization');
  const compute = row.number('compute');
  return {
    ...{ name: row.text('model'), organization: row.text('organization'), published_on: day },
    country: [...new Set(splitNames(row.text('country')))].join(', '),
    hardware: hardware.join('; '),
    accelerators: writeNumber(row.number('accelerators'), 0),
    training_hours: writeNumber(row.number('hours'), 4),
    // More digits than anybody knows.
    training_compute_exaflop:
      compute === null ? '' : writeNumber(Number((compute / EXA).toPrecision(4)), 20),
    parameters: writeNumber(row.number('parameters'), 0),
    utilization_pct: writeNumber(utilization === null ? null : utilization * 100, 4),
    cost_usd: writeNumber(row.number('cost'), 2),
    power_w: writeNumber(row.number('power'), 3),
    confidence: row.text('confidence').toLowerCase(),
    frontier: /^true$/i.test(row.text('frontier')) ? 'yes' : 'no',
  };
}

const EXA = 1e18;

const splitNames = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function countBy<Item>(
  items: readonly Item[],
  toKeys: (item: Item) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of items.flatMap(toKeys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
