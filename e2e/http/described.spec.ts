/** What `/openapi.json` describes, asked of the server by somebody who knows nothing else. */
import { expect, test } from '@playwright/test';
import type { Described } from '@/exports/api/described-for-tests';
import { buildValidAddress } from '@/exports/api/valid-requests-for-tests';
import { buildRandom } from '@/exports/wrong-values-for-tests';
import { triesAll } from '../support/tier';

const REQUESTS = triesAll ? 400 : 60;

type Parameters = Described['parameters'];

test('what the description allows gets no 400', async ({ request }) => {
  test.setTimeout(600_000);
  const { paths, components } = await (await request.get('/openapi.json')).json();
  const files = Object.entries<{ get: { parameters?: Parameters } }>(paths).map(
    ([path, { get }]) => ({
      path,
      parameters: (get.parameters ?? []).map((one) => {
        const key = '$ref' in one ? String(one.$ref).split('/').at(-1) : undefined;
        return key === undefined ? one : components.parameters[key];
      }),
    }),
  );
  const random = buildRandom(20261126);
  const refused: string[] = [];
  for (let round = 0; round < REQUESTS; round += 1) {
    const address = buildValidAddress(files[Math.floor(random() * files.length)]!, random);
    const answer = await request.get(address);
    if (![200, 409].includes(answer.status())) refused.push(`${answer.status()} ${address}`);
  }
  expect(refused).toEqual([]);
});

test('a range of a page is a chip to take away, and the same in files', async ({ request }) => {
  const query = 'accelerators__gte=100000&as_of__gte=2025';
  const page = await (await request.get(`/datasets/gpu-holdings?${query}`)).text();
  expect(page).toMatch(/aria-label="Remove Accelerators: at least 100000"/);
  expect(page).toMatch(/aria-label="Remove As of: from 2025"/);
  const { rows } = await (await request.get(`/datasets/gpu-holdings.json?${query}`)).json();
  expect(rows.length).toBeGreaterThan(0);
  for (const { accelerators, as_of } of rows) {
    expect(accelerators).toBeGreaterThanOrEqual(100_000);
    expect(as_of >= '2025').toBe(true);
  }
});

test('a range of words is left out by the page, which says so, and refused for the file', async ({
  request,
}) => {
  const query = 'accelerators__gte=many';
  const page = await (await request.get(`/datasets/gpu-holdings?${query}`)).text();
  expect(page).toContain('“many”');
  expect(page).not.toMatch(/aria-label="Remove Accelerators/);
  expect((await request.get(`/datasets/gpu-holdings.csv?${query}`)).status()).toBe(400);
});

test('bytes that are no longer the same are not gone on with', async ({ request }) => {
  const headers = { 'if-match': '"nope"' };
  expect((await request.get('/datasets/vendors.csv', { headers })).status()).toBe(412);
});
