/**
 * Snapshots that a program of the past published: the database of today without a
 * table or a column.
 */

import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { toTableName } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { toDatabaseFile } from '@/db/connection';
import { copyFrozenData } from '@/db/frozen-data-for-tests';
import { toKeptFile } from '@/db/kept-snapshots';
import { quote } from '@/db/to-table';
import { calculators } from '@/subjects/calculators/calculators';
import { chooseSome } from '@/views/choose-cover-for-tests';
import { restsOn } from '@/views/published-chart';
import { answerCalculator } from './calculator-answer';
import { answerChart } from './chart-answer';
import { answerDataset } from './dataset-answer';
import { answerEmbed } from './embed/embed-answer';
import { answerOEmbed } from './embed/oembed';
import { toSiteOrigin } from './site';

const { tracker, remove } = copyFrozenData();
afterAll(remove);

let published = 0;

/** Keeps a changed copy of the database under an id of its own. */
function publish(sql: string): string {
  published += 1;
  // Files share modules, which remember by id: no other test's snapshots begin like these.
  const id = `e${published.toString(16).padStart(11, '0')}`;
  const path = toKeptFile(toDatabaseFile(), id);
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(toDatabaseFile(), path);
  const client = new Database(path);
  client.pragma('foreign_keys = OFF');
  client.prepare('UPDATE snapshot SET id = ?').run(id);
  client.exec(sql);
  client.close();
  return id;
}

const ask = (path: string) => new Request(`http://localhost${path}`);
const getChart = (slug: string, id: string, extension = 'json') =>
  answerChart(ask(`/charts/${slug}.${extension}?snapshot=${id}`), tracker, { slug, extension });

async function expectExplanation(answer: Response, what: string) {
  expect(answer.status, what).toBe(404);
  expect(answer.headers.get('content-type'), what).toBe('application/problem+json');
  expect((await answer.json()).detail, what).toContain('became part of the tracker');
}

it('draws or explains every chart without any one of its tables', async () => {
  let explained = 0;
  for (const { slug: dataset } of datasets) {
    const charts = publishedCharts.filter((chart) => restsOn(chart, dataset));
    if (charts.length === 0) continue;
    const id = publish(`DROP TABLE ${quote(toTableName(dataset))}`);
    for (const { slug } of charts) {
      const what = `${slug} without ${dataset}`;
      const answer = await getChart(slug, id);
      if (answer.status === 200) {
        expect((await answer.json()).rows.length, what).toBeGreaterThan(0);
        continue;
      }
      explained += 1;
      await expectExplanation(answer, what);
      await expectExplanation(await getChart(slug, id, 'png'), what);
      await expectExplanation(
        await answerEmbed(
          new Request(ask(`/embed/${slug}?snapshot=${id}`), {
            headers: { accept: 'application/json' },
          }),
          tracker,
          slug,
        ),
        what,
      );
      const url = `${toSiteOrigin()}/charts/${slug}?snapshot=${id}`;
      await expectExplanation(
        await answerOEmbed(ask(`/oembed?url=${encodeURIComponent(url)}`)),
        what,
      );
    }
  }
  expect(explained).toBeGreaterThan(publishedCharts.length);
});

it('draws or explains every chart without some one of its columns', async () => {
  for (const { slug: dataset, columns } of datasets) {
    const charts = publishedCharts.filter((chart) => restsOn(chart, dataset));
    if (charts.length === 0) continue;
    // Each is a database of its own.
    for (const column of chooseSome(Object.keys(columns), 2)) {
      const table = quote(toTableName(dataset));
      const id = publish(`ALTER TABLE ${table} RENAME COLUMN ${quote(column)} TO "unknown then"`);
      for (const { slug } of charts) {
        const what = `${slug} without ${dataset}.${column}`;
        const answer = await getChart(slug, id);
        if (answer.status !== 200) await expectExplanation(answer, what);
      }
    }
  }
});

it('explains a dataset that came later, and leaves a later column blank', async () => {
  const answer = (id: string) =>
    answerDataset(ask(`/datasets/vendors.json?snapshot=${id}`), tracker, {
      slug: 'vendors',
      extension: 'json',
    });
  await expectExplanation(await answer(publish('DROP TABLE vendors')), 'vendors');
  const earlier = await answer(publish('ALTER TABLE vendors RENAME COLUMN name TO "unknown then"'));
  const { rows } = await earlier.json();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows[0]).toMatchObject({ vendor: expect.any(String), name: null });
});

it('draws and dates snapshots of before colors and days of reading were columns', async () => {
  const id = publish(`
    ALTER TABLE vendors RENAME COLUMN color TO "unknown then";
    ALTER TABLE sources RENAME COLUMN retrieved TO "unknown then";
    ALTER TABLE dataset_states DROP COLUMN collected_on`);
  const drawn = await getChart('market-share', id, 'svg');
  expect(drawn.status).toBe(200);
  const answer = await answerDataset(ask(`/datasets/chips.json?snapshot=${id}`), tracker, {
    slug: 'chips',
    extension: 'json',
  });
  expect((await answer.json()).as_of).toBe(tracker.snapshot.collected_on);
});

it('computes or explains every calculator without any one of its tables', async () => {
  let explained = 0;
  for (const { slug, datasets: behind } of calculators) {
    for (const dataset of behind) {
      const id = publish(`DROP TABLE ${quote(toTableName(dataset.slug))}`);
      const answer = await answerCalculator(
        ask(`/calculators/${slug}.json?snapshot=${id}`),
        tracker,
        { slug, extension: 'json' },
      );
      if (answer.status === 200) continue;
      explained += 1;
      await expectExplanation(answer, `${slug} without ${dataset.slug}`);
    }
  }
  expect(explained).toBeGreaterThanOrEqual(calculators.length);
});

it('draws an earlier snapshot that lacks nothing', async () => {
  const id = publish('');
  expect((await getChart('accelerator-holders', id, 'svg')).status).toBe(200);
});
