/**
 * Whatever stands in an address, the answer is a page: the default view, a 404 or a
 * refusal, and never a failure of ours. Choices are read from the pages themselves.
 */
import { type APIRequestContext, expect, test } from '@playwright/test';
import { buildNoise, buildRandom, WRONG_VALUES } from '@/exports/wrong-values-for-tests';
import { listChoices, readDocument } from '../support/http';
import { PAGES } from '../support/pages';
import { takePart } from '../support/tier';

/** Each wrong value is still tried on several pages. */
const PARTS = 6;

test.describe('wrong parameters', () => {
  for (const [turn, page] of PAGES.entries()) {
    test(`${page} answers whatever is asked of it`, async ({ request }) => {
      const random = buildRandom(page.length * 7919);
      const choices = [...listChoices(await readDocument(request, page)), 'unknown'];
      const queries = takePart(listQueries(choices, random), turn, PARTS);
      for (const query of queries) await expectAnswer(request, page, query);
    });
  }

  test('what nobody declared is left out of the address, and what was nearly right is named', async ({
    request,
  }) => {
    for (const page of PAGES) {
      const mark = page.includes('?') ? '&' : '?';
      const answer = await request.get(`${page}${mark}zz=1`, { maxRedirects: 0 });
      expect(answer.status(), page).toBe(307);
      expect(answer.headers().location, page).toBe(`${page}#left-out`);
    }
    const kept = await request.get('/share?moon=1&scale=log', { maxRedirects: 0 });
    expect(kept.headers().location).toBe('/share?scale=log#left-out');
    const near = await request.get('/share?scle=log', { maxRedirects: 0 });
    expect(await near.text()).toContain('Did you mean “scale”?');
  });

  for (const folder of [
    '/charts',
    '/datasets',
    '/organizations',
    '/chips',
    '/vendors',
    '/nothing',
    '/_next',
  ]) {
    test(`${folder}/… answers names that do not exist`, async ({ request }) => {
      const random = buildRandom(folder.length);
      const names = [...WRONG_VALUES.filter(Boolean), ...repeat(10, () => buildNoise(random))];
      for (const name of names) {
        const answer = await request.get(`${folder}/${encodeURIComponent(name)}`);
        expect(answer.status(), `${folder}/${name}`).toBeLessThan(500);
        expect(answer.status(), `${folder}/${name}`).not.toBe(200);
      }
    });
  }

  for (const [path, status] of [
    [`/share?market=${'x'.repeat(9000)}`, 414],
    ['/share/%E0%A4%A', 400],
    ['/charts/%', 400],
  ] as const) {
    test(`${path.slice(0, 30)} is refused with ${status} and a way on`, async ({ request }) => {
      const answer = await request.get(path);
      expect(answer.status()).toBe(status);
      expect(await answer.text()).toContain('href="/"');
    });
  }
});

/** Every wrong value for some choice, repeated and nested ones, and noise. */
function listQueries(choices: readonly string[], random: () => number): string[] {
  const any = () => choices[Math.floor(random() * choices.length)] ?? 'unknown';
  const pair = (name: string, value: string) =>
    `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  return [
    ...WRONG_VALUES.map((value) => pair(any(), value)),
    ...choices.map((name) => `${name}=a&${name}=b&${name}`),
    ...choices.map((name) => `${name}[]=1&${name}[a]=2`),
    ...repeat(8, () => pair(any(), buildNoise(random))),
    choices.map((name) => pair(name, 'wrong')).join('&'),
    repeat(500, () => pair(any(), 'x'))
      .join('&')
      .slice(0, 7000),
    pair(buildNoise(random), ''),
    '%E0%A4%A=%ZZ&&&==&=',
  ];
}

async function expectAnswer(request: APIRequestContext, page: string, query: string) {
  const address = `${page}?${query}`;
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  expect(await answer.text(), address).not.toMatch(/<script>alert|<img src=x/);
}

const repeat = (times: number, make: () => string) => Array.from({ length: times }, make);
