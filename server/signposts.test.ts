import { expect, it } from 'vitest';
import { addSignposts, liftSignposts } from './signposts';

const PAGE =
  '<head><link rel="canonical" href="/a"/><link rel="cite-as" href="/a?b=1&amp;snapshot=c"/>' +
  '<link rel="item" href="/a.csv" type="text/csv"/></head>';

it('takes links of the whole page out of it, as a header says them', () => {
  expect(liftSignposts(PAGE)).toEqual({
    html: '<head><link rel="canonical" href="/a"/></head>',
    links: ['</a?b=1&snapshot=c>; rel="cite-as"', '</a.csv>; rel="item"; type="text/csv"'],
  });
});

it('says them behind those that are there', () => {
  const page = { headers: { link: '</inter.woff2>; rel=preload' } };
  addSignposts(page, { same: '/a' }, ['</b>; rel="item"']);
  expect(page.headers).toEqual({ link: '</inter.woff2>; rel=preload, </b>; rel="item"' });
});

it.each([
  ['/datasets/gpu-holdings', undefined],
  ['/datasets/gpu-holdings?q=meta', 'noindex, follow'],
  ['/share?market=top500', 'noindex, follow'],
])('%s for search engines: %s', (same, robots) => {
  const page: { headers: Record<string, string> } = { headers: {} };
  addSignposts(page, { same }, []);
  expect(page.headers['x-robots-tag']).toBe(robots);
});
