import { describe, expect, it } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { calculators } from '@/subjects/calculators/calculators';
import { getChartView } from '@/views/chart-view';
import { chooseCover } from '@/views/choose-cover-for-tests';
import { answerCalculator } from './calculator-answer';
import { answerChart } from './chart-answer';
import { answerDataset } from './dataset-answer';
import { formats, listFormats } from './formats';

const tracker = openFrozenData();

const ask = (path: string) => new Request(`http://localhost${path}`);

describe('the registry', () => {
  it('gives each format an extension of its own', () => {
    const extensions = formats.map(({ extension }) => extension);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  it.each(formats.map((format) => [format.extension, format] as const))(
    '%s says what it is good for and for what it applies',
    (_, { name, purpose, mediaType, appliesTo }) => {
      expect(name && purpose).not.toBe('');
      expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(; (charset=utf-8|profile="[^"]+"))?$/);
      expect(appliesTo.length).toBeGreaterThan(0);
    },
  );
});

describe('every chart in a format of each kind, every shape in every format', async () => {
  const shapes = new Map<string, string>();
  for (const chart of publishedCharts) {
    shapes.set(chart.slug, (await getChartView(tracker, chart)).view.model.shape);
  }
  const files = chooseCover(
    publishedCharts.flatMap(({ slug }) =>
      listFormats('chart').map((format) => ({ slug, ...format })),
    ),
    ({ slug, extension, kind }) => [
      `${shapes.get(slug)} ${extension}`,
      // An archive is made of files of the other kinds.
      ...(kind === 'bundle' ? [] : [`${slug} ${kind}`]),
    ],
  );
  for (const { slug } of publishedCharts) {
    it(slug, async () => {
      for (const { extension, mediaType } of files.filter((file) => file.slug === slug)) {
        const path = `/charts/${slug}.${extension}`;
        const answer = await answerChart(ask(path), tracker, { slug, extension });
        const body = new Uint8Array(await answer.arrayBuffer());
        expect(answer.status, path).toBe(200);
        expect(answer.headers.get('content-type'), path).toBe(mediaType);
        expect(body.length, path).toBeGreaterThan(80);
      }
    });
  }
});

describe('every calculator in every format', () => {
  for (const { slug } of calculators) {
    it(slug, async () => {
      for (const { extension, mediaType } of listFormats('calculator')) {
        const path = `/calculators/${slug}.${extension}`;
        const answer = await answerCalculator(ask(path), tracker, { slug, extension });
        const body = new Uint8Array(await answer.arrayBuffer());
        expect(answer.status, path).toBe(200);
        expect(answer.headers.get('content-type'), path).toBe(mediaType);
        expect(body.length, path).toBeGreaterThan(80);
      }
    });
  }
});

describe('every dataset in every format', () => {
  for (const { slug } of datasets) {
    it(slug, async () => {
      for (const { extension } of listFormats('dataset')) {
        const path = `/datasets/${slug}.${extension}`;
        const answer = await answerDataset(ask(path), tracker, { slug, extension });
        const body = new Uint8Array(await answer.arrayBuffer());
        expect(answer.status, path).toBe(200);
        expect(body.length, path).toBeGreaterThan(80);
      }
    });
  }
});
