/**
 * Columns of charts and calculators have names that people keep: in addresses that sort a table and in
 * programs that read a file. Their labels may change; `column-names.txt` holds the names
 * that were ever published, and a chart may gain some but lose none. A new chart or column
 * is recorded by `npx vitest run exports/column-names.test.ts -u`. Those of datasets are
 * the names of their contracts, which `data/datapackage.json` records.
 */
import { beforeAll, expect, it } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { toTable } from '@/charts/kinds';
import { type ChartModel, isTime } from '@/charts/model';
import type { Tracker } from '@/db/connection';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getCalculatorView } from '@/subjects/calculators/calculator-view';
import { calculators } from '@/subjects/calculators/calculators';
import { sortableColumns } from '@/subjects/chips/chip-table';
import { listSortNames, type Table } from '@/units/table';
import { type ChartView, getChartView } from '@/views/chart-view';
import type { PublishedChart } from '@/views/published-chart';
import { toCalculatorPublication } from './calculator-publication';
import { toChartPublication } from './chart-publication';

interface Names {
  /** Of each view that was asked for, the columns of its file. */
  readonly files: readonly (readonly string[])[];
  /** The keys by which an address sorts its table; those of series are data, and left out. */
  readonly addresses: readonly (readonly string[])[];
  /** With those of series. */
  readonly keys: readonly (readonly string[])[];
}

const names = new Map<string, Names>();
beforeAll(async () => {
  const tracker = openFrozenData();
  for (const chart of publishedCharts) {
    const views = await listViews(tracker, chart);
    const models = views.map(({ model }) => model);
    names.set(chart.slug, {
      files: views.map((view) => listIds(toChartPublication(view, tracker.snapshot).table)),
      addresses: models.map((model) => (isTime(model) ? ['period'] : listKeys(model))),
      keys: models.map(listKeys),
    });
  }
  const catalog = [listSortNames({ columns: sortableColumns })];
  names.set('the catalog of chips', { files: [], addresses: catalog, keys: catalog });
  for (const calculator of calculators) {
    const { view } = await getCalculatorView(tracker, calculator, {});
    const files = [listIds(toCalculatorPublication(view).table)];
    names.set(`calculator: ${calculator.slug}`, { files, addresses: [], keys: [] });
  }
}, 60_000);

const listIds = ({ columns }: Table) => columns.map(({ id }) => id);
const listKeys = (model: ChartModel) => listSortNames(toTable(model).page);

/** The default view, and that of each choice on offer or known to addresses alone. */
async function listViews(tracker: Tracker, chart: PublishedChart): Promise<ChartView[]> {
  const { view: initial } = await getChartView(tracker, chart);
  const values = Object.fromEntries(initial.offered.map(({ name, value }) => [name, value]));
  const known = await Promise.all(
    Object.entries(chart.choices).map(async ([name, { list }]) => ({
      name,
      options: await list(tracker.orm, values, {}),
    })),
  );
  const queries = [...initial.offered, ...known].flatMap(({ name, options }) =>
    options.map(({ value }) => ({ [name]: value })),
  );
  const asked = await Promise.all(queries.map((query) => getChartView(tracker, chart, query)));
  return [initial, ...asked.map(({ view }) => view)];
}

it('keeps every name that was published', async () => {
  const join = (lists: Names[keyof Names]) => [...new Set(lists.flat())].sort().join(' ');
  const lines = [...names].flatMap(([slug, { files, addresses }]) => [
    slug,
    ...(files.length > 0 ? [`  in files: ${join(files)}`] : []),
    ...(addresses.length > 0 ? [`  in addresses: ${join(addresses)}`] : []),
  ]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('column-names.txt');
});

it('gives no two columns of a table the same name', () => {
  for (const [slug, { files, keys }] of names) {
    for (const table of [...files, ...keys]) {
      expect(new Set(table).size, `${slug}: ${table.join(' ')}`).toBe(table.length);
    }
  }
});

it('writes names in files in snake_case and keys in addresses in kebab-case', () => {
  const all = [...names.values()];
  for (const name of all.flatMap(({ files }) => files.flat())) {
    expect(name).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
  }
  for (const key of all.flatMap(({ addresses }) => addresses.flat())) {
    expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  }
});
