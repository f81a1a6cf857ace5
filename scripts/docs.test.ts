/** What the registries hold, the documents name, and nothing else. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPENED_PARAMETERS } from '@/address/opened';
import { TREND_PARAMETERS } from '@/address/trends';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { upstreams } from '@/data/upstreams';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { buildOpenApi } from '@/exports/api/openapi';
import type { ApiParameter } from '@/exports/api/parameters';
import { deckFormats, formats } from '@/exports/formats';
import { calculators } from '@/subjects/calculators/calculators';

const ROOT = join(import.meta.dirname, '..');
const pages = readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md'));
/** Without its blocks of code. */
const read = (page: string) =>
  readFileSync(join(ROOT, 'docs', page), 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');

/** What stands in code, in order: "`theme=auto`" names `theme`. */
const listNames = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replace(/=.*/, ''));

/** The rows of the tables of a page, or of one of its sections, whose first cell has a name. */
function listRows(page: string, section?: string): { names: string[]; cells: string[] }[] {
  const text = read(page);
  const part = section ? (text.split(/^## /m).find((one) => one.startsWith(section)) ?? '') : text;
  return [...part.matchAll(/^\|(.*)\|$/gm)].flatMap(([, row = '']) => {
    const cells = row.split('|').map((cell) => cell.trim());
    const names = listNames(cells[0]!);
    return names.length > 0 ? [{ names, cells }] : [];
  });
}

/** Fails with the names that one of the two lacks. */
function expectSame(documented: readonly string[], registered: readonly string[]) {
  const missing = registered.filter((name) => !documented.includes(name));
  const gone = documented.filter((name) => !registered.includes(name));
  expect({ missing, gone }).toEqual({ missing: [], gone: [] });
}

const listSlugs = (section: string) =>
  listRows('published.md', section).map(({ names }) => names[0]!);

describe('docs/published.md', () => {
  it('has a line for each chart, dataset and calculator', () => {
    for (const [section, registry] of [
      ['Charts', publishedCharts],
      ['Datasets', datasets],
      ['Calculators', calculators],
    ] as const) {
      const slugs = registry.map(({ slug }) => slug);
      expectSame(listSlugs(section), slugs);
    }
  });

  it.each(publishedCharts.map((chart) => [chart.slug, chart] as const))(
    'names the parameters and datasets of %s',
    (slug, { choices, datasets: behind }) => {
      const { cells } = listRows('published.md', 'Charts').find(({ names }) => names[0] === slug)!;
      const [, , parameters = '', data = ''] = cells;
      // In brackets stands what a value looks like.
      expectSame(listNames(parameters.replaceAll(/\([^)]*\)/g, '')), Object.keys(choices));
      expectSame(
        listNames(data),
        behind.map((one) => one.slug),
      );
    },
  );
});

describe('docs/exports.md', () => {
  const all = listRows('exports.md');
  const isOfDeck = ({ names }: { names: string[] }) => names[0]?.startsWith('/deck.') ?? false;
  const rows = all.filter((row) => !isOfDeck(row));

  it('has a line for each file of a deck', () => {
    expectSame(
      all.filter(isOfDeck).flatMap(({ names }) => names),
      deckFormats.map(({ extension }) => `/deck.${extension}`),
    );
  });

  it('has a line for each format', () => {
    expectSame(
      rows.flatMap(({ names }) => names),
      formats.map(({ extension }) => extension),
    );
  });

  it.each(formats.map((format) => [format.extension, format] as const))(
    'says of .%s what it is for, and names its parameters',
    (extension, { appliesTo, parameters }) => {
      const { cells } = rows.find(({ names }) => names.includes(extension))!;
      const [, ofCharts, ofDatasets, words = ''] = cells;
      expect(ofCharts === 'yes').toBe(appliesTo.includes('chart'));
      expect(ofCharts === 'yes').toBe(appliesTo.includes('calculator'));
      expect(ofDatasets === 'yes').toBe(appliesTo.includes('dataset'));
      const named = listNames(words);
      expect(Object.keys(parameters).filter((name) => !named.includes(name))).toEqual([]);
    },
  );
});

it('docs/importers.md has a line for each upstream', () => {
  expectSame(
    listRows('importers.md').map(({ names }) => names[0]!),
    upstreams.map(({ upstream }) => upstream),
  );
});

it('docs/trends.md has a line for each parameter of charts over time', () => {
  expectSame(
    listRows('trends.md').flatMap(({ names }) => names),
    TREND_PARAMETERS,
  );
});

it.each(calculators.map((calculator) => [calculator.slug, calculator] as const))(
  'docs/calculators.md has a line for each parameter of %s',
  (slug, { model: { assumptions, ways } }) => {
    const rows = listRows('calculators.md', 'Parameters').filter(({ cells }) =>
      listNames(cells[1]!).includes(slug),
    );
    expectSame(
      rows.flatMap(({ names }) => names),
      [...Object.keys(ways), ...Object.keys(assumptions)],
    );
  },
);

it('every parameter of a page or of the API stands in some document', async () => {
  const { paths, components } = await buildOpenApi(openFrozenData());
  const columns = new Set(datasets.flatMap((dataset) => Object.keys(dataset.columns)));
  const own: Record<string, { get: { parameters?: readonly Partial<ApiParameter>[] } }> =
    JSON.parse(JSON.stringify(paths));
  const asked = [
    ...Object.values(own).flatMap(({ get }) => get.parameters ?? []),
    // A dataset is filtered by any of its columns, which its contract describes.
    ...Object.entries(components.parameters).flatMap(([key, parameter]) =>
      /Dataset\./.test(key) && columns.has(parameter.name.split('__')[0]!) ? [] : [parameter],
    ),
  ].flatMap(({ in: place, name }) => (place === 'query' && name ? [name] : []));
  const documented = new Set(pages.flatMap((page) => listNames(read(page))));
  const names = new Set([...OPENED_PARAMETERS, ...asked]);
  expect([...names].filter((name) => !documented.has(name))).toEqual([]);
});

it.each(['README.md', 'CONTRIBUTING.md', ...pages.map((page) => `docs/${page}`)])(
  '%s names only files and folders that there are',
  (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
    const rooms = readdirSync(ROOT);
    const named = listNames(text).filter(
      (name) => /^[\w@.[\]/-]+$/.test(name) && rooms.includes(name.split('/')[0]!),
    );
    expect(named.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  },
);

it('README leads to every page of docs', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(pages.filter((page) => !readme.includes(`docs/${page}`))).toEqual([]);
});
