/**
 * What other people's tools make of the description: linters, and a client in TypeScript that is
 * generated from it and compiled. They want TypeScript 5 and hundreds of packages, so they are no
 * dependencies: the long run of the tests installs them aside.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { isEverything } from '@/views/choose-cover-for-tests';
import { answerDataset } from '../dataset-answer';
import { writeOpenApi } from './openapi';

const FOLDER = join(import.meta.dirname, '..', '..', '.cache', 'foreign-tools');
const TOOLS = [
  'openapi-typescript@7.13.0',
  'openapi-fetch@0.17.0',
  'typescript@5.9.3',
  '@redocly/openapi-core@2.64.0',
  '@stoplight/spectral-core@1.24.1',
  '@stoplight/spectral-rulesets@1.23.1',
];
const require = createRequire(join(FOLDER, 'package.json'));
const tracker = openFrozenData();

/** What somebody writes who has only the generated types. */
const CLIENT = `
import createClient from 'openapi-fetch';
import type { components, paths } from './api.d.ts';

export async function ask(fetch: (request: Request) => Promise<Response>): Promise<number> {
  const client = createClient<paths>({ baseUrl: 'http://localhost:3000', fetch });
  const { data, error } = await client.GET('/datasets/gpu-holdings.json', {
    params: { query: { accelerators__gte: 10000, status: 'operational', limit: 5 } },
  });
  if (error) throw new Error(error.detail);
  // @ts-expect-error A column that there is not.
  data.rows.map((row) => row.acelerators);
  const figures: (number | null | undefined)[] = data.rows.map((row) => row.accelerators);
  return Math.min(...figures.map((figure) => figure ?? 0));
}

export async function misuse(client: ReturnType<typeof createClient<paths>>) {
  // @ts-expect-error Images have themes, rows have none.
  await client.GET('/charts/market-share.json', { params: { query: { theme: 'dark' } } });
  // @ts-expect-error A value that is not on offer.
  await client.GET('/charts/market-share.svg', { params: { query: { theme: 'pink' } } });
  const chart = await client.GET('/charts/market-share.json', { params: { query: { stack: 'percent' } } });
  const values: (number | null | undefined)[] = (chart.data?.rows ?? []).map((row) => row.value_percent);
  const row: Required<components['schemas']['ChipsDatasetRow']> | null = null;
  return { values, row };
}
`;

describe.skipIf(!isEverything)('tools that read the description', () => {
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    const isThere = TOOLS.every((tool) =>
      existsSync(join(FOLDER, 'node_modules', tool.slice(0, tool.lastIndexOf('@')))),
    );
    const install = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', FOLDER];
    if (!isThere) execFileSync('npm', [...install, ...TOOLS], { stdio: 'ignore' });
    writeFileSync(join(FOLDER, 'openapi.json'), await writeOpenApi(tracker));
  });

  it('generate a client that compiles, knows the columns and gets its rows', async () => {
    const run = (tool: string, ...words: string[]) =>
      execFileSync(join(FOLDER, 'node_modules', '.bin', tool), words, { cwd: FOLDER });
    run('openapi-typescript', 'openapi.json', '-o', 'api.d.ts');
    writeFileSync(join(FOLDER, 'client.mts'), CLIENT);
    run(
      'tsc',
      ...'--strict --noEmitOnError --module nodenext --target es2022 client.mts'.split(' '),
    );
    const { ask } = await import(/* @vite-ignore */ join(FOLDER, 'client.mjs'));
    const least = await ask((request: Request) =>
      answerDataset(request, tracker, { slug: 'gpu-holdings', extension: 'json' }),
    );
    expect(least).toBeGreaterThanOrEqual(10_000);
  });

  it('find nothing wrong by the recommended rules of Redocly', async () => {
    const { createConfig, lintFromString } = require('@redocly/openapi-core');
    const problems: { severity: string; ruleId: string; message: string }[] = await lintFromString({
      source: await writeOpenApi(tracker),
      absoluteRef: 'openapi.json',
      config: await createConfig({ extends: ['recommended'] }),
    });
    // The server of a test is this machine.
    const others = problems.filter(({ ruleId }) => ruleId !== 'no-server-example.com');
    expect(others.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  it('find nothing to remark by the recommended rules of Spectral', async () => {
    const { Document, Spectral } = require('@stoplight/spectral-core');
    const { Json } = require('@stoplight/spectral-parsers');
    const { oas } = require('@stoplight/spectral-rulesets');
    const spectral = new Spectral();
    spectral.setRuleset({ extends: [[oas, 'recommended']] });
    const found: { code: string; path: string[] }[] = await spectral.run(
      new Document(await writeOpenApi(tracker), Json, 'openapi.json'),
    );
    expect(found.map(({ code, path }) => `${code}: ${path.join('/')}`)).toEqual([]);
  });
});
