import { afterAll, expect, test } from 'vitest';
import { isTime } from '@/charts/model';
import { copyFrozenData } from '@/db/frozen-data-for-tests';
import { getOverviewCharts, listNews } from './overview';

const { tracker, remove } = copyFrozenData(`
  UPDATE sources SET grade = 'secondary' WHERE rowid % 2 = 0;
  UPDATE sources SET grade = 'single-digest' WHERE rowid % 2 = 1;
  UPDATE snapshot SET id = 'f00000000001';
`);
afterAll(remove);

test('nothing of the overview rests on a quotation or a digest: neither charts nor news', async () => {
  const { lead, findings } = await getOverviewCharts(tracker);
  const { model, sources } = lead.view;
  const values = isTime(model)
    ? model.series.flatMap(({ points }) => points.map(({ value }) => value))
    : [];
  expect(values.length).toBeGreaterThan(10);
  expect(values.every((value) => value === null)).toBe(true);
  expect(sources).toEqual([]);
  expect(findings).toEqual([]);
  expect(await listNews(tracker, 10)).toEqual([]);
});
