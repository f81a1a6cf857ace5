import { expect, it } from 'vitest';
import { figuresKinds } from '@/charts/kinds';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listRowShapes, listShownAnswers } from './shown-answers';

const tracker = openFrozenData();

it('shows a real answer and a real problem, neither of them long', async () => {
  const [table, problem] = await listShownAnswers(tracker);
  expect([table?.status, problem?.status]).toEqual([200, 400]);
  const { rows, snapshot } = JSON.parse(table!.text);
  expect(snapshot.id).toBe(tracker.snapshot.id);
  expect(rows).toEqual([
    expect.objectContaining({ series: 'Nvidia' }),
    expect.objectContaining({ series: 'Nvidia' }),
    expect.stringMatching(/^… and \d+ more$/),
  ]);
  expect(JSON.parse(problem!.text).problems[0]).toMatchObject({ parameter: 'theme' });
  expect(table!.text.split('\n').length).toBeLessThan(120);
});

it('knows the columns of every shape of chart, and of calculators', async () => {
  const shapes = await listRowShapes(tracker);
  const kinds = [...figuresKinds].map(({ words }) => words.of);
  expect(kinds.length).toBeGreaterThan(4);
  expect(shapes.map(({ of }) => of)).toEqual([...kinds, 'Calculators']);
  for (const { columns, example } of shapes) {
    expect(columns.length).toBeGreaterThan(5);
    expect(example).toMatch(/^\/(charts|calculators)\/[a-z-]+\.csv/);
  }
});
