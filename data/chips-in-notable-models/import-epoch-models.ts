/**
 * Epoch AI's Data on Notable AI Models, one row a model → counts by year and chip, and how
 * many models of a year name their hardware at all. A model that names two chips counts once
 * for each; variants that we merge count once together.
 */

import type { CsvRow } from '../contract';
import type { Importer, ImportInput } from '../importer';
import { type PublisherRow, readPublisherCsv } from '../publisher-file';
import { takeEpochCopy } from '../sources/cite-vintage';

export const epochModels: Importer = {
  upstream: 'epoch-models',
  title: 'Epoch AI notable models',
  wants: 'notable_ai_models.csv of epoch.ai/data/notable-ai-models',
  picks: /notable_ai_models.*\.csv$/,
  replaces: 'all counts.',
  read: readEpochModels,
};

const COLUMNS = {
  model: ['Model'],
  published: ['Publication date'],
  hardware: ['Training hardware'],
  // Tells the list from that of large-scale models, which has the other columns too.
  criteria: ['Notability criteria'],
} as const;
type Row = PublisherRow<keyof typeof COLUMNS>;

/** Models before it are counted by chip; how many there were is not told. */
const FIRST_COVERED_YEAR = '2018';
const LIST = 'epoch-notable';

function readEpochModels(input: ImportInput) {
  const { report, rowsOf } = input;
  const taken = takeEpochCopy(input, {
    list: LIST,
    title: 'Data on Notable AI Models',
    url: 'https://epoch.ai/data/notable-ai-models',
    note: '',
  });
  if (!taken) return { vintage: '', tables: [] };
  const { file, date, cited } = taken;
  const models = readPublisherCsv(file, COLUMNS, report).flatMap((row) => readModel(row, input));
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
  return {
    vintage: date,
    tables: [
      cited.table,
      {
        dataset: 'chips-in-notable-models',
        scope: () => true,
        match: ['year', 'chip'],
        owns: ['models', 'source', 'note'],
        rows: [...chips].map(([key, count]): CsvRow => {
          const [year = '', chip = ''] = key.split(' ');
          const ours = byChip.find((row) => row.year === year && row.chip === chip);
          const note = toNote(ours, year);
          return { year, chip, models: String(count), source: cited.source, note };
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
              ...{ year, models: String(count), source: cited.source, note: toNote(ours, year) },
              models_naming_hardware: String(naming.get(year) ?? 0),
            };
          }),
        block: () => true,
        order: ['year'],
      },
    ],
  };
}

const UNFINISHED = /Publications to \d{4}-\d{2}-\d{2} only\./;

interface Model {
  /** Day of publication, or its month or year where no more is known. */
  readonly day: string;
  /** Chips that trained it, each once; null where it names no hardware. */
  readonly chips: readonly string[] | null;
}

function readModel(row: Row, { names, leaveOut }: ImportInput): Model[] {
  const text = row.text('published');
  if (text === '') {
    leaveOut('No date of publication');
    return [];
  }
  const day = /^\d{4}(-\d{2})?$/.test(text) ? text : row.day('published');
  if (day === null) return [];
  const named = row
    .text('hardware')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (named.length === 0) return [{ day, chips: null }];
  const chips = named.flatMap((name) => names.find('chip', name) ?? []);
  return [{ day, chips: [...new Set(chips)] }];
}

function countBy<Item>(
  items: readonly Item[],
  toKeys: (item: Item) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of items.flatMap(toKeys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
