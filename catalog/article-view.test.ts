/** The article on the tracker's own data. */
import { beforeAll, describe, expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { type ArticleView, getArticleView, nameVerdict } from '@/subjects/article/article-view';
import type { Piece } from '@/subjects/names/link-names';
import { MISSING } from '@/units/format-value';
import { getPublishedChart } from './published';

const tracker = openFrozenData();
let view: ArticleView;
beforeAll(async () => {
  view = await getArticleView(tracker, getPublishedChart);
});

const listClaims = ({ claims }: ArticleView) => claims;
const listCompared = () => view.claims.flatMap(({ compared }) => compared ?? []);
const findClaim = (slug: string) => listClaims(view).find(({ row }) => row.claim === slug)!;
const write = (pieces: readonly Piece[] | null) =>
  (pieces ?? []).map(({ text, href }) => (href ? `[${text}→${href}]` : text)).join('');

test('tells every claim once', () => {
  const claims = listClaims(view).map(({ row }) => row.claim);
  expect(claims).toHaveLength(view.total);
  expect(new Set(claims).size).toBe(view.total);
});

test('names a document for every claim', () => {
  for (const { document, row } of listClaims(view)) expect(document, row.claim).not.toBeNull();
});

describe('names in a claim lead to their pages', () => {
  test.each([
    ['claim-01', 'The [A100→/chips/a100] costs roughly $10,000.'],
    [
      'claim-06',
      '[Stability AI→/organizations/stability-ai] had 32 [A100→/chips/a100] a year before January 2023.',
    ],
    [
      'claim-26',
      'Answering a query with the [ChatGPT→/timeline?event=chatgpt-launched#chatgpt-launched] model in [Bing→/organizations/microsoft] may need 8 GPUs.',
    ],
    [
      'claim-30',
      'At [Google→/organizations/google] scale of 8 to 9 billion queries a day the spend is $80 billion on DGX.',
    ],
    [
      'claim-44',
      'Cloud firms such as [Google→/vendors/google] and [Amazon→/vendors/aws] deploy their own AI chips.',
    ],
    ['claim-48', 'The [V100→/chips/v100] came out in 2017.'],
    [
      'claim-22',
      'Web serving uses processors in bursts of microseconds, machine learning for hours or days.',
    ],
  ])('%s', (slug, expected) => {
    expect(write(findClaim(slug).says)).toBe(expected);
  });

  test('each page once in a claim, and whom no text names below it', () => {
    for (const { says, said_by, finding, chinese_text, about, row } of listClaims(view)) {
      const hrefs = [...says, ...said_by, ...(finding ?? []), ...(chinese_text ?? []), ...about]
        .map(({ href }) => href)
        .filter((href) => href !== null);
      expect(new Set(hrefs).size, row.claim).toBe(hrefs.length);
      if (row.chip) expect(hrefs, row.claim).toContain(`/chips/${row.chip}`);
      if (row.vendor) expect(hrefs, row.claim).toContain(`/vendors/${row.vendor}`);
      if (row.organization)
        expect(hrefs, row.claim).toContain(`/organizations/${row.organization}`);
    }
    expect(findClaim('claim-07').about).toEqual([]);
    expect(findClaim('claim-10').about).toEqual([
      { text: 'Stability AI', href: '/organizations/stability-ai' },
    ]);
  });
});

describe('a choice of claims', () => {
  test('shows one verdict, one topic, or both', async () => {
    const one = await getArticleView(tracker, getPublishedChart, {
      verdict: 'imprecise',
      topic: 'papers',
    });
    expect(listClaims(one).map(({ row }) => row.claim)).toEqual(['claim-47']);
    expect(one.corrections).toEqual([]);
    const label = (name: string) => one.offered.find((offered) => offered.name === name)!.options;
    expect(label('verdict')).toContainEqual({ value: 'imprecise', label: 'Imprecise', amount: 1 });
  });

  test('corrects a value that is none, and shows all', async () => {
    const wrong = await getArticleView(tracker, getPublishedChart, { verdict: 'wrong', topic: '' });
    expect(wrong.corrections.map(({ parameter, used }) => [parameter, used])).toEqual([
      ['verdict', 'all'],
      ['topic', 'all'],
    ]);
    expect(wrong.claims).toHaveLength(wrong.total);
  });
});

test('tells today’s figure next to the claims that have one, each with its period', () => {
  const withToday = listClaims(view).filter(({ today }) => today.length > 0);
  expect(withToday.length).toBeGreaterThanOrEqual(30);
  for (const { today, row } of withToday) {
    for (const one of today) {
      expect(Object.values(one).join(' '), row.claim).not.toMatch(/NaN|undefined/);
      expect(one.value, row.claim).not.toBe(MISSING);
      expect(one.period, row.claim).not.toBe('');
    }
  }
});

test('draws all figures', () => {
  for (const { spark, label } of listCompared()) expect(spark, label).toContain('<svg');
});

test('sets the best-known figures against the newest of the data', () => {
  expect(listCompared().map(({ label, told }) => [label, told])).toEqual([
    ['Nvidia’s share of GPUs for machine learning and data centers', '95%'],
    ['A100 at Stability AI', 'more than 5,400'],
    ['Nvidia’s data center revenue in a quarter', 'more than $3.6 billion'],
    ['Buying a server with 8 A100', 'nearly $200,000'],
    ['Mentions of Nvidia chips in AI papers, a year', 'more than 21,000'],
  ]);
  const now = (label: string) => listCompared().find((one) => one.label === label)!;
  expect(now('Nvidia’s data center revenue in a quarter')).toMatchObject({
    now: '$89.0bn',
    now_when: 'Q2 FY27',
  });
  expect(now('Nvidia’s share of GPUs for machine learning and data centers')).toMatchObject({
    told_when: expect.stringContaining('a statement by New Street Research'),
    now: '93.8%',
    now_when: expect.stringMatching(/^Q2 2026, .*Nvidia against AMD alone.*, estimate$/),
    href: '/share?market=dc-gpu-compute-epoch',
  });
  expect(now('A100 at Stability AI').now).toBe('no longer listed');
  for (const figure of listCompared()) {
    expect(Object.values(figure).join(' ')).not.toMatch(/NaN|undefined|–/);
  }
});

test('twelve claims lead, each with what became of it', () => {
  expect(view.leading.map(({ row }) => row.lead_place)).toEqual(
    Array.from({ length: 12 }, (_, index) => index + 1),
  );
  for (const { today, finding, chinese_text, row } of view.leading) {
    expect(today[0] ?? finding ?? chinese_text, row.claim).not.toBeNull();
  }
});

test('a purchase is set against a purchase, and the newest of it', () => {
  const bought = listCompared().find(({ label }) => label === 'Buying a server with 8 A100')!;
  expect(bought).toMatchObject({ claim: 'claim-24', now: '$148,390' });
  expect(bought.now_when).toMatch(/^Sep 2023, HGX A100/);
  const [price, rent] = findClaim('claim-01').today;
  expect(price).toMatchObject({ value: expect.stringContaining('$18,549 for each of its 8') });
  expect(rent).toMatchObject({ value: '$1.08', label: expect.stringContaining('not a price') });
});

test.each([
  ['claim-06', 'Mistranslated'],
  ['claim-19', 'Likely mistranslated'],
  ['claim-61', 'Likely mistranslated'],
  ['claim-17', 'Only reported'],
])('%s is called “%s”', (slug, verdict) => {
  expect(nameVerdict(findClaim(slug).row)).toBe(verdict);
});

test.each([
  ['claim-01', 'Rental price per hour, which is not a price of the chip'],
  ['claim-43', 'AMD’s share of data center GPUs, against Nvidia'],
  ['claim-55', 'The newest control that speaks of Nvidia here'],
  ['claim-59', 'Rental price per hour, A100 80 GB (SXM4), spot'],
  ['claim-11', 'Nvidia’s total revenue from a year earlier'],
  ['claim-24', 'DGX B200'],
  ['claim-42', 'The most expensive training here, hardware worn and energy'],
  ['claim-51', 'Export of the A100 40 GB (SXM4) to China'],
])('%s is answered by its own dataset', (slug, label) => {
  expect(findClaim(slug).today.map((one) => one.label)).toContain(label);
});

test('the claims that a calculator was built from lead to it', () => {
  const models = listClaims(view).filter(({ models }) => models.length > 0);
  expect(models.map(({ row }) => row.claim)).toEqual([
    ...Array.from({ length: 14 }, (_, index) => `claim-${26 + index}`),
    'claim-41',
    'claim-42',
  ]);
  for (const claim of ['claim-39', 'claim-41']) {
    expect(findClaim(claim).models.map(({ answer }) => answer)).toEqual([
      expect.stringMatching(/^\$.+(within|below)/),
    ]);
  }
  expect(findClaim('claim-30').models.map(({ href }) => href)).toEqual([
    '/calculators/inference?preset=google-scale',
  ]);
});

test.each([
  ['claim-13', ['+14%', '+13.8% in the session']],
  ['claim-17', ['over +60% since January']],
  ['claim-18', []],
  ['claim-49', expect.arrayContaining(['place 3 among Nvidia chips in AI papers (derived)'])],
])('%s has next to it what others print: %j', (slug, expected) => {
  expect(findClaim(slug).printed.map(({ text }) => text)).toEqual(expected);
});
