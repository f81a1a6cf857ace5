/** Charts in frames of other sites, and how programs ask for them. */
import { expect, it } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { answerDocument } from '../answer';
import { toSiteOrigin } from '../site';
import { answerEmbed } from './embed-answer';
import { oembedParameters, writeOEmbed } from './oembed';

const tracker = openFrozenData();

const site = toSiteOrigin();
const ask = (path: string) => new Request(`${site}${path}`);
const embed = (query: string) =>
  answerEmbed(ask(`/embed/market-share${query}`), tracker, 'market-share');
const oembed = (query: string) =>
  answerDocument(
    ask(`/oembed${query}`),
    { mediaType: 'application/json', write: writeOEmbed },
    Object.keys(oembedParameters),
  );

it('is drawing, title, sources and a link back, in the theme asked for', async () => {
  const html = await (await embed('?theme=dark')).text();
  expect(html).toMatch(/<svg[^>]*role="img"/);
  expect(html).toMatch(/<h1>[^<]+<\/h1>/);
  expect(html).toContain('Source');
  expect(html).toContain('color-scheme:dark');
  expect(html).toMatch(/href="http:\/\/localhost:\d+\/charts\/market-share"/);
});

it.each([
  ['?series=foo', 'nvidia'],
  ['?time=foo', 'Use periods from'],
  ['?them=dark', 'theme'],
])('says what may stand in place of %s', async (query, expected) => {
  const { problems } = await (await embed(query)).json();
  expect(problems).toHaveLength(1);
  expect([problems[0].allowed].flat().join(' ')).toContain(expected);
});

it('answers oEmbed in XML too, within the size asked for', async () => {
  const address = encodeURIComponent(`${site}/charts/market-share`);
  const answer = await oembed(`?url=${address}&format=xml&maxwidth=400`);
  expect(answer.headers.get('content-type')).toContain('text/xml');
  expect(await answer.text()).toContain('<width>400</width>');
});

const frame = async (address: string) => {
  const answer = await oembed(`?url=${encodeURIComponent(address)}`);
  const { html, problems } = await answer.json();
  return [answer.status, /src="([^"]*)/.exec(html)?.[1] ?? problems?.[0].parameter];
};
it.each([
  ['/charts/market-share', 200, '/embed/market-share'],
  ['/charts/market-share?theme=dark', 200, '/embed/market-share?theme=dark'],
  ['/embed/market-share?theme=light', 200, '/embed/market-share?theme=light'],
  ['/charts/market-share?table=market-share&sort=period', 200, '/embed/market-share'],
  ['/charts/market-share?market=nope', 400, 'market'],
  ['/embed/market-share?theme=pink', 400, 'theme'],
  ['/embed/market-share?table=market-share', 400, 'table'],
  ['/charts/market-share?snapshot=000000000000', 404, 'snapshot'],
  ['/papers', 400, 'url'],
])('answers oEmbed for %s as the embed itself would: %i', async (path, status, said) => {
  const expected = status === 200 ? `${site}${said}` : said;
  expect(await frame(`${site}${path}`)).toEqual([status, expected]);
});

it('answers oEmbed for a snapshot’s chart with a frame of that snapshot', async () => {
  const query = `?snapshot=${tracker.snapshot.id}`;
  const frozen = `${site}/embed/market-share${query}`;
  expect(await frame(`${site}/charts/market-share${query}`)).toEqual([200, frozen]);
});

it('knows oEmbed for charts of this site alone, by either scheme', async () => {
  expect(await frame('http://elsewhere.example/charts/market-share')).toEqual([404, 'url']);
  const other = site.replace(/^http:/, 'https:');
  expect(await frame(`${other}/charts/market-share`)).toEqual([200, `${site}/embed/market-share`]);
});
