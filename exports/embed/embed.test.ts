/** Charts in frames of other sites, and how programs ask for them. */
import { expect, it } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { toSiteOrigin } from '../site';
import { answerEmbed } from './embed-answer';
import { answerOEmbed } from './oembed';

const tracker = openFrozenData();

const site = toSiteOrigin();
const embed = (query: string, path = 'market-share', accept = 'text/html') =>
  answerEmbed(new Request(`${site}/embed/${path}${query}`, { headers: { accept } }), tracker, path);
const oembed = (query: string) => answerOEmbed(new Request(`${site}/oembed${query}`));

it('is drawing, title, sources and a link back, in the theme asked for', async () => {
  const html = await (await embed('?theme=dark')).text();
  expect(html).toMatch(/<svg[^>]*role="img"/);
  expect(html).toMatch(/<h1>[^<]+<\/h1>/);
  expect(html.match(/Sources?: /g)).toHaveLength(1);
  expect(html).toContain('color-scheme:dark');
  expect(html).toMatch(/href="http:\/\/localhost:\d+\/charts\/market-share"/);
});

it('fills the window where that is asked for, with a way back in the same window', async () => {
  const html = await (await embed('?fill=window&market=jpr-aib-desktop')).text();
  expect(html).toContain('<body class="window">');
  const own = /href="[^"]*\/charts\/market-share\?market=jpr-aib-desktop"/;
  expect(html.match(/<a class="close"[^>]*>/)?.[0]).toMatch(own);
  expect(html).not.toContain('target="_blank"');
  expect(await (await embed('?market=jpr-aib-desktop')).text()).not.toContain('class="close"');
});

it.each([
  ['share', '?market=jpr-aib-desktop', 'charts/market-share?market=jpr-aib-desktop'],
  ['chips', '', 'charts/chip-specifications'],
  ['data-centers', '', 'charts/data-centers-over-time'],
])('of /%s%s shows the chart that leads that page', async (page, query, own) => {
  const answer = await embed(query, page);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain(`/${own}"`);
});

it.each(['article', 'datasets', 'nonsense'])(
  'of /%s says that no chart stands there',
  async (page) => {
    const answer = await embed('', page);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toMatch(/<h1>[^<]+<\/h1>\s*<p>[^<]{20,}/);
  },
);

it('names several sources once', async () => {
  const html = await (await embed('', 'accelerator-holders')).text();
  expect(html.match(/Sources?: /g)).toEqual(['Sources: ']);
});

it.each([
  ['?series=foo', 'nvidia'],
  ['?time=foo', 'Use periods from'],
  ['?them=dark', 'theme'],
  ['?fill=page', 'window'],
])('says what may stand in place of %s', async (query, expected) => {
  const { problems } = await (await embed(query, 'market-share', 'application/json')).json();
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
  ['/charts/market-share/', 200, '/embed/market-share'],
  ['/', 200, '/embed/nvidia-data-center-revenue'],
  [
    '/share?market=jpr-aib-desktop&table=chips-sold',
    200,
    '/embed/market-share?market=jpr-aib-desktop',
  ],
  ['/holdings/?series=google', 200, '/embed/accelerator-holders'],
  ['/share?market=nope', 400, 'market'],
  ['/organizations/meta', 200, '/embed/organization-history?organization=meta'],
  ['/organizations/nobody', 404, 'url'],
  ['/sources', 404, 'url'],
  ['/embed/calculators/inference?theme=dark', 200, '/embed/calculators/inference?theme=dark'],
  ['/calculators/inference?of=nope', 400, 'of'],
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

/** As WordPress asks: `add_query_arg` of width, height, address, `dnt` and format. */
const asWordPress = (path: string) =>
  oembed(`?maxwidth=500&maxheight=750&url=${encodeURIComponent(site + path)}&dnt=1&format=json`);

it('answers WordPress with a frame that needs neither style nor script', async () => {
  const answer = await asWordPress('/share');
  expect(answer.status).toBe(200);
  const { html, width, height, ...said } = await answer.json();
  const [frame = ''] = /<iframe.*<\/iframe>/.exec(html) ?? [];
  expect(frame.replace(/ style="[^"]*"/, '')).toContain(
    `width="500" height="${height}" frameborder="0"`,
  );
  expect([width, said.author_name]).toEqual([500, 'AI Hardware Tracker']);
  expect(said.thumbnail_width).toBeLessThanOrEqual(500);
  expect(said.thumbnail_url).toMatch(/\/charts\/market-share\.png\?width=500$/);
});

it.each(['lang=en', 'omit_script=1', 'theme=dark', 'callback=x'])(
  'ignores %s, which is of the consumer',
  async (more) => {
    const url = encodeURIComponent(`${site}/charts/market-share`);
    expect((await oembed(`?url=${url}&${more}`)).status).toBe(200);
  },
);

it('has the status of oEmbed for a format that there is not', async () => {
  const url = encodeURIComponent(`${site}/charts/market-share`);
  expect((await oembed(`?url=${url}&format=html`)).status).toBe(501);
});

it('says to a reader in a sentence why a frame is empty, and links to what there is', async () => {
  for (const [path, query, status] of [
    ['market-share', '?market=nope', 400],
    ['nothing', '', 404],
  ] as const) {
    const answer = await embed(query, path);
    const html = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'text/html; charset=utf-8',
    ]);
    expect(html).toMatch(/<h1>[^<]{10,}<\/h1>\n<p>[^<]{20,}<\/p>/);
    expect(html).toContain(`href="${site}/charts"`);
  }
});

it('frames an estimate with its assumptions', async () => {
  const html = await (await embed('?picture=tornado', 'calculators/inference')).text();
  expect(html).toMatch(/<svg[^>]*role="img"/);
  expect(html).toContain('Assumptions: ');
  expect(html).toContain(`href="${site}/calculators/inference"`);
});
