/**
 * A folder under a kind's `cases` is a test: `case.json` holds a model, or `case.ts` makes
 * one of very many figures, and `expected.svg` is its drawing, indented so that a change
 * can be read. `UPDATE_CASES=1 npx vitest run
 * charts/kinds/cases.test.ts` writes the drawings anew; look at them before committing.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import type { Size } from '../canvas';
import { drawChart } from '../draw';
import { type DrawnModel, shapes } from '../kinds';

const folder = fileURLToPath(new URL('./', import.meta.url));

const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/case\.(json|ts)$/.test(path))
  .map((path) => dirname(path));

test.each(names)('draws %s as expected', async (name) => {
  const { width, height, model } = await readCase(name);
  const expectedFile = `${folder}${name}/expected.svg`;
  // Of which series an element is changes nothing that is seen.
  const drawn = drawChart(model, { width, height }, basename(name)).svg;
  const svg = indent(drawn.replace(/ data-s="\d+"/g, ''));
  if (process.env.UPDATE_CASES) writeFileSync(expectedFile, svg);
  expect(svg).toBe(readFileSync(expectedFile, 'utf8'));
});

test('every shape of picture is drawn in a case', async () => {
  const cases = await Promise.all(names.map(readCase));
  const drawn = new Set<string>(cases.map(({ model }) => model.shape));
  expect(Object.keys(shapes).filter((shape) => !drawn.has(shape))).toEqual([]);
});

interface Case extends Size {
  readonly model: DrawnModel;
}

async function readCase(name: string): Promise<Case> {
  const file = `${folder}${name}/case`;
  if (existsSync(`${file}.ts`)) return ((await import(`${file}.ts`)) as { default: Case }).default;
  return JSON.parse(readFileSync(`${file}.json`, 'utf8'), (key, value) =>
    (key === 'period' || key === 'date') && typeof value === 'string'
      ? parsePeriod(value, 'last Sunday of January')
      : value,
  );
}

function indent(svg: string): string {
  let depth = 0;
  const lines = svg.replaceAll('><', '>\n<').split('\n');
  const indented = lines.map((line) => {
    if (line.startsWith('</')) depth -= 1;
    const text = '  '.repeat(depth) + line;
    const [opened, closed] = [/<\w+(?:\s[^>]*[^/])?>/g, /(?!^)<\//g].map(
      (tag) => line.match(tag)?.length ?? 0,
    );
    depth += (opened ?? 0) - (closed ?? 0);
    return text;
  });
  return `${indented.join('\n')}\n`;
}
