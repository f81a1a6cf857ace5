/** Queries that visitors type, on the tracker's own data and pages: what comes first. */
import { describe, expect, test } from 'vitest';
import { getEvidence } from '@/catalog/evidence';
import { type SearchResult, search } from '@/catalog/search';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { allPages } from './all-pages';

const tracker = openFrozenData();

async function list(query: string): Promise<readonly SearchResult[]> {
  const { groups } = await search(tracker.orm, query, allPages);
  return groups.flatMap(({ results }) => results);
}

test.each([
  // What is called so comes first, whatever its kind.
  ['nvidia', '/vendors/nvidia'],
  ['Google', '/vendors/google'],
  ['amd', '/vendors/amd'],
  ['intel', '/vendors/intel'],
  ['meta', '/vendors/meta'],
  ['microsoft', '/vendors/microsoft'],
  ['aws', '/vendors/aws'],
  ['stability ai', '/organizations/stability-ai'],
  ['open ai', '/organizations/openai'],
  ['stabilityai', '/organizations/stability-ai'],
  ['core weave', '/organizations/coreweave'],
  // By ticker, in other scripts, in full-width forms.
  ['NVDA', '/vendors/nvidia'],
  ['intc', '/vendors/intel'],
  ['CRWV', '/organizations/coreweave'],
  ['英伟达', '/vendors/nvidia'],
  ['谷歌', '/vendors/google'],
  ['ＮＶＩＤＩＡ', '/vendors/nvidia'],
  ['Ｈ１００', '/chips/h100'],
  ['a100', '/chips/a100'],
  ['blackwell', '/chips/blackwell'],
  ['prices', '/prices'],
  ['compare', '/compare'],
  // However a chip is written.
  ['rtx4090', '/chips/rtx-4090'],
  ['RTX 4090', '/chips/rtx-4090'],
  ['gb 200', '/chips/gb200'],
  ['GB200', '/chips/gb200'],
  ['A-100', '/chips/a100'],
  ['A 100', '/chips/a100'],
  ['mi-300x', '/chips/mi300x'],
  // Topics lead to their pages.
  ['training cost', '/calculators/training'],
  ['cost of training', '/calculators/training'],
  ['serving cost', '/calculators/inference'],
  ['inference', '/calculators/inference'],
  ['cost per query', '/calculators/inference'],
  ['h100 price', '/prices'],
  ['a100 rent', '/prices'],
  ['how much does an a100 cost', '/prices'],
  ['market share', '/share'],
  ['nvidia market share', '/share'],
  ['embargo', '/timeline/export-controls'],
  ['nvidia data center revenue january 2023', '/revenue'],
  ['who owns the most H100', '/holdings'],
  ['who has the most gpus', '/holdings'],
  ['nvidia revenue', '/revenue'],
  ['export controls', '/timeline/export-controls'],
  ['api', '/docs/api'],
])('%s leads to %s first', async (query, href) => {
  expect((await list(query))[0]?.href).toBe(href);
});

test('finds the events of a category by its name', async () => {
  const events = (await list('export controls')).filter(({ kind }) => kind === 'events');
  expect(events.length).toBeGreaterThanOrEqual(12);
});

describe('what is shown of a find', () => {
  test.each(['nvidia', 'a100', 'google', 'calculators', 'datasets', 'prices', 'h100'])(
    'of %s holds no slugs and no marks of code',
    async (query) => {
      for (const { excerpt, title, href } of await list(query)) {
        expect(`${title} ${excerpt}`, href).not.toMatch(/`/);
        const slug = href.split(/[/#=]/).at(-1)!;
        if (slug.includes('-')) expect(excerpt, href).not.toContain(slug);
      }
    },
  );
});

test('common words of a question are not looked for', async () => {
  const { words, isPartial } = await search(tracker.orm, 'how much is the zzzzzz of nvidia', []);
  expect(words).toEqual(['zzzzzz', 'nvidia']);
  expect(isPartial).toBe(true);
});

/** The first answer as it is read: "title | period: value". */
async function answer(query: string): Promise<string> {
  const [first] = (await search(tracker.orm, query, allPages)).answers;
  const [figure] = first?.figures ?? [];
  return first && figure ? `${first.title} | ${figure.label}: ${figure.values.join(', ')}` : '';
}

test.each([
  [
    'nvidia data center revenue january 2023',
    'Nvidia data center revenue | Q4 FY23 (Nov 2022–Jan 2023): $3.62bn',
  ],
  ['Q4 FY23', 'Nvidia revenue | Data center, Q4 FY23 (Nov 2022–Jan 2023): $3.62bn'],
  [
    'fourth quarter fiscal 2023',
    'Nvidia revenue | Data center, Q4 FY23 (Nov 2022–Jan 2023): $3.62bn',
  ],
  [
    'data center revenue Q4 2023',
    'Nvidia data center revenue | Q4 FY23 (Nov 2022–Jan 2023): $3.62bn',
  ],
  ['NVDA revenue', 'Nvidia revenue | Data center, Q2 FY27 (May–Jul 2026): $89.0bn'],
  ['nvda', 'Nvidia revenue | Data center, Q2 FY27 (May–Jul 2026): $89.0bn'],
  ['nvidia revenue 2023', 'Nvidia revenue | Data center, FY23 (Feb 2022–Jan 2023): $15.0bn'],
  ['nvidia gaming revenue', 'Nvidia gaming revenue | Q4 FY26 (Nov 2025–Jan 2026): $3.73bn'],
  ['nvidia data center rev', 'Nvidia data center revenue | Q2 FY27 (May–Jul 2026): $89.0bn'],
  ['amd data center revenue', 'AMD Data Center revenue | Q2 2026: $6.70bn'],
  ['amd instinct revenue', 'AMD Data Center revenue | Q2 2026: $6.70bn'],
  [
    'cost to train gpt-4',
    'GPT-4 (2023), cost of training | Epoch AI’s estimate of worn hardware and energy: $68.8m',
  ],
  [
    'llm cost',
    'What training a model cost | LLM for $10-20 million (Huang via CNBC, 2023): $10m–$20m',
  ],
  [
    'world ai compute',
    'AI compute in the world, as Epoch AI models it | H100-equivalents, Dec 31, 2025: 20m',
  ],
  [
    'google tpu share',
    'Google, market share | AI compute shipped per quarter (Epoch AI), Q4 2025: 22.3%',
  ],
  [
    'intel revenue',
    'Intel, revenue by segment | Intel DCAI (2025 basis, with part of Network and Edge), Q1 2026: $5.10bn',
  ],
  ['英伟达数据中心收入', 'Nvidia data center revenue | Q2 FY27 (May–Jul 2026): $89.0bn'],
  ['엔비디아 매출', 'Nvidia revenue | Data center, Q2 FY27 (May–Jul 2026): $89.0bn'],
  ['ＮＶＩＤＩＡ　ｒｅｖｅｎｕｅ', 'Nvidia revenue | Data center, Q2 FY27 (May–Jul 2026): $89.0bn'],
  [
    'nvidia market share',
    'Nvidia, market share | AI compute shipped per quarter (Epoch AI), Q4 2025: 67.6%',
  ],
  [
    'desktop market share',
    'Market share: Desktop add-in boards (JPR AIB report) | Nvidia, Q4 2025: 94%',
  ],
  [
    'nvidia vs amd',
    'Market share | AI compute shipped per quarter (Epoch AI), Nvidia, Q4 2025: 67.6%',
  ],
  ['amd market share china', 'AMD, market share | China AI accelerator cards (IDC), 2025: 4%'],
  ['how many h100 does meta have', 'Meta: H100 | Epoch AI, model of owners: 590,000 H100/H200'],
  ['meta h100', 'Meta: H100 | Epoch AI, model of owners: 590,000 H100/H200'],
  ['who owns the most H100', 'Most H100/H200 | Microsoft: 1.1m'],
  ['who has the most gpus', 'Most accelerators, in H100-equivalents | Google: 5.0m'],
  ['who owns the most a100', 'Most A100 | Microsoft: 72,000'],
  ['meta vs tesla', 'Compare Meta and Tesla | Epoch AI, model of owners: 2.3m, –'],
  ['xai', 'xAI: accelerators | Epoch AI, model of owners: 550,000 H100-equivalents'],
  ['open ai', 'OpenAI: accelerators | Epoch AI, fleet totals: 1,700,000 H100-equivalents'],
  ['OpenAI', 'OpenAI: accelerators | Epoch AI, fleet totals: 1,700,000 H100-equivalents'],
  [
    'stabilityai',
    'Stability AI: accelerators | State of AI index of publicly documented clusters, Feb 2024: 5,408 A100',
  ],
  ['core weave', 'CoreWeave: accelerators | Epoch AI, model of owners: 830,000 H100-equivalents'],
  ['colossus', 'AI data centers | Colossus 2, Oct 2026: 1.1m H100-equivalents'],
  ['xai data centers', 'AI data centers | Colossus 2, Oct 2026: 1.1m H100-equivalents'],
  ['polaris', 'Polaris, cluster of Argonne National Laboratory | Aug 1, 2026: 2,240 accelerators'],
  ['a100 price', 'A100, price of an hour | On demand, Mar 17, 2025: $4.00'],
  ['a100 rent', 'A100, price of an hour | On demand, Mar 17, 2025: $4.00'],
  ['how much does an a100 cost', 'A100, price of an hour | On demand, Mar 17, 2025: $4.00'],
  ['h100 spot price', 'H100, price of an hour | Spot, Aug 25, 2026: $2.97'],
  ['h100 memory', 'H100 | Memory: 80–94 GB'],
  ['b200 tflops', 'B200 | FP16: 2,250 TFLOPS'],
  ['gb 200', 'GB200 | Launched: Feb 15, 2025'],
  ['GB200', 'GB200 | Launched: Feb 15, 2025'],
  ['h100 power', 'H100 | Power: 350–700 W'],
  ['H100 vs MI300X', 'Compare H100 and MI300X | Launched: Sep 20, 2022, Dec 6, 2023'],
  ['a100 vs h100 memory', 'Compare A100 and H100 | Memory: 40–80 GB, 80–94 GB'],
  ['who makes tpu', 'TPU | Designed by: Google'],
  ['who makes mi300x', 'MI300X | Designed by: AMD'],
  [
    'embargo',
    'Export controls on AI chips | Jun 2026: Guidance: overseas units of Chinese firms covered',
  ],
  [
    'chips under export control',
    'Export controls on AI chips | Jun 2026: Guidance: overseas units of Chinese firms covered',
  ],
  ['is h20 under export control', 'Export to China | H20: Licensable or excepted'],
  [
    '出口管制',
    'Export controls on AI chips | Jun 2026: Guidance: overseas units of Chinese firms covered',
  ],
  ['a100 papers', 'AI papers that name A100 | 2025: 15,266 papers'],
  ['nvidia papers', 'AI papers that name Nvidia chips | 2025: 40,307 papers'],
  ['amd papers 2024', 'AI papers that name AMD chips | 2024: 264 papers'],
  ['mi300x sales', 'MI300X sold per quarter, as Epoch AI models it | Q2 2026: 17,000 accelerators'],
  [
    'openai contracted power',
    'Power that OpenAI has under contract | Chips of others, Aug 2026: 16.8 GW',
  ],
  ['top500 v100', 'TOP500 systems with Tesla V100 | Jun 2026: 22'],
  ['gpt-3 chips', 'GPT-3 175B (davinci), trained on | May 28, 2020: 10,000 accelerators'],
  [
    'desktop shipments',
    'Whole market, units shipped: Desktop add-in boards (JPR AIB report) | Q1 2026: 11.82m units',
  ],
])('%s is answered with %s', async (query, expected) => {
  expect(await answer(query)).toBe(expected);
});

// As someone new, or an analyst, types them.
test.each([
  [
    'how many A100s does Stability have',
    'Stability AI: A100 | State of AI index of publicly documented clusters, Feb 2024: 5,408 A100',
  ],
  [
    'stabilty ai a100',
    'Stability AI: A100 | State of AI index of publicly documented clusters, Feb 2024: 5,408 A100',
  ],
  [
    'stability ai gpus',
    'Stability AI: accelerators | State of AI index of publicly documented clusters, Feb 2024: 5,408 A100',
  ],
  [
    'nvidia market share 2025',
    'Nvidia, market share | AI compute shipped per quarter (Epoch AI), Q4 2025: 67.6%',
  ],
  [
    'gpu market share',
    'Market share: AI compute shipped per quarter (Epoch AI) | Nvidia, Q4 2025: 67.6%',
  ],
  [
    'ai chip market share',
    'Market share: AI compute shipped per quarter (Epoch AI) | Nvidia, Q4 2025: 67.6%',
  ],
  [
    'market share',
    'Market share: AI compute shipped per quarter (Epoch AI) | Nvidia, Q4 2025: 67.6%',
  ],
  [
    'amd market share',
    'AMD, market share | AI compute shipped per quarter (Epoch AI), Q4 2025: 5%',
  ],
  [
    'intel gpu market share',
    'Intel, market share | Desktop add-in boards (JPR AIB report), Q4 2025: 1%',
  ],
  ['china gpu share', 'Market share: China AI chips (Bernstein) | Nvidia, 2025: 40%'],
  [
    '英伟达 市场份额',
    'Nvidia, market share | AI compute shipped per quarter (Epoch AI), Q4 2025: 67.6%',
  ],
  ['who makes TPUs', 'TPU | Designed by: Google'],
  ['price of an H100 per hour', 'H100, price of an hour | On demand, Mar 3, 2025: $2.99'],
  ['h100 price', 'H100, price of an hour | On demand, Mar 3, 2025: $2.99'],
  ['h100 价格', 'H100, price of an hour | On demand, Mar 3, 2025: $2.99'],
  ['h100 rental price', 'H100, price of an hour | On demand, Mar 3, 2025: $2.99'],
  ['h200 price per hour', 'H200, price of an hour | On demand, Mar 17, 2025: $10.60'],
  ['b200 price', 'B200, price of an hour | Spot, Jun 2026: $5.30'],
  ['a100 spot price', 'A100, price of an hour | Spot, Aug 25, 2026: $1.08'],
  ['a100 on demand price', 'A100, price of an hour | On demand, Mar 17, 2025: $4.00'],
  ['a100 reserved price', 'A100, price of an hour | One year, Mar 2, 2025: $3.00'],
  ['dgx a100 price', 'DGX A100 320 GB, price to buy | DGX A100 320 GB, 8 chips: $199,000'],
  ['gb200 nvl72 price', 'GB200 NVL72 rack, price to buy | GB200 NVL72 rack, 72 chips: $3.1m'],
  ['rtx 4090 price', 'RTX 4090, price of an hour | On demand, Jul 27, 2024: $0.69'],
  ['nvdia h100 price', 'H100, price of an hour | On demand, Mar 3, 2025: $2.99'],
  ['colossus power', 'AI data centers | Colossus 2, Oct 2026: 1.1m H100-equivalents'],
  ['colossus 2', 'Colossus 2, data center | Oct 2026: 1.1m H100-equivalents'],
  ['biggest ai data center', 'AI data centers | Colossus 2, Oct 2026: 1.1m H100-equivalents'],
  ['meta data centers', 'Meta Gallatin, data center | Oct 2026: 100,000 H100-equivalents'],
  ['largest gpu cluster', 'Most accelerators, in H100-equivalents | Google: 5.0m'],
  ['top 10 gpu owners', 'Most accelerators, in H100-equivalents | Google: 5.0m'],
  ['who has the most h100', 'Most H100/H200 | Microsoft: 1.1m'],
  [
    'how many gpus does openai have',
    'OpenAI: accelerators | Epoch AI, fleet totals: 1,700,000 H100-equivalents',
  ],
  [
    'how many gpus does meta have',
    'Meta: accelerators | Epoch AI, model of owners: 2.3m H100-equivalents',
  ],
  ['how many h100s does xai have', 'xAI: H100 | Epoch AI, model of owners: 200,000 H100/H200'],
  ['how many tpus does google have', 'Google: TPU | Epoch AI, model of owners: 3.8m TPU'],
  ['谷歌 tpu', 'Google: TPU | Epoch AI, model of owners: 3.8m TPU'],
  ['tesla h100', 'Tesla: H100 | Epoch AI, clusters: 60,000 H100'],
  ['microsoft h100', 'Microsoft: H100 | Epoch AI, model of owners: 1.1m H100/H200'],
  [
    'coreweave gpus',
    'CoreWeave: accelerators | Epoch AI, model of owners: 830,000 H100-equivalents',
  ],
  [
    'anthropic compute',
    'Anthropic: accelerators | Epoch AI, fleet totals: 1,000,000 H100-equivalents',
  ],
  ['anthropic power', 'Power that Anthropic has under contract | Chips of others, Aug 2026: 7 GW'],
  [
    'stargate abilene',
    'Stargate Abilene (OpenAI/Oracle/Crusoe): accelerators | State of AI index of publicly documented clusters, Aug 2026: 386,000 GB200',
  ],
  [
    'openai vs anthropic',
    'Compare OpenAI and Anthropic | Epoch AI, fleet totals: 1,700,000 H100-equivalents, 1,000,000 H100-equivalents',
  ],
  ['microsoft vs meta', 'Compare Microsoft and Meta | Epoch AI, model of owners: 3.4m, 2.3m'],
  ['meta vs google gpus', 'Compare Meta and Google | Epoch AI, model of owners: 2.3m, 5.0m'],
  ['h100 vs a100', 'Compare H100 and A100 | Launched: Sep 20, 2022, May 14, 2020'],
  ['b200 vs h100', 'Compare B200 and H100 | Launched: Nov 15, 2024, Sep 20, 2022'],
  [
    'nvidia data center revenue last quarter',
    'Nvidia data center revenue | Q2 FY27 (May–Jul 2026): $89.0bn',
  ],
  [
    'nvidia data center revenue 2024',
    'Nvidia data center revenue | FY24 (Feb 2023–Jan 2024): $47.5bn',
  ],
  ['nvidia revenue 2025', 'Nvidia revenue | Data center, FY25 (Feb 2024–Jan 2025): $115.2bn'],
  ['NVDA earnings', 'Nvidia revenue | Data center, Q2 FY27 (May–Jul 2026): $89.0bn'],
  ['q2 fy27', 'Nvidia revenue | Data center, Q2 FY27 (May–Jul 2026): $89.0bn'],
  [
    '2022 Q4 nvidia data center revenue',
    'Nvidia data center revenue | Q4 FY22 (Nov 2021–Jan 2022): $3.26bn',
  ],
  ['broadcom ai revenue', 'Broadcom AI semiconductors revenue | Q3 FY26 (May–Jul 2026): $16.7bn'],
  [
    'how many chips did nvidia sell in 2025',
    'Chips sold per quarter, as Epoch AI models it | B300, Q4 2025: 740,000 accelerators',
  ],
  [
    'chips sold by google',
    'Chips sold per quarter, as Epoch AI models it | TPU v6e, Q4 2025: 410,000 accelerators',
  ],
  [
    'blackwell sales',
    'Chips sold per quarter, as Epoch AI models it | B300, Q2 2026: 1.3m accelerators',
  ],
  [
    'h100 shipments',
    'H100/H200 sold per quarter, as Epoch AI models it | Q2 2026: 19,000 accelerators',
  ],
  ['gpus in papers', 'AI papers that name them | Nvidia, 2025: 40,307 papers'],
  ['a100 research papers', 'AI papers that name A100 | 2025: 15,266 papers'],
  ['nvidia papers 2023', 'AI papers that name Nvidia chips | 2023: 29,133 papers'],
  ['is a100 banned in china', 'Export to China | A100: License required'],
  ['h20 export', 'Export to China | H20: Licensable or excepted'],
  [
    'export controls china',
    'Export controls on AI chips | Jun 2026: Guidance: overseas units of Chinese firms covered',
  ],
  ['top500 h100', 'TOP500 systems | H100, Jun 2026: 77'],
  ['h100 tdp', 'H100 | Power: 350–700 W'],
  ['when was a100 released', 'A100 | Launched: May 14, 2020'],
  ['mi300x memory', 'MI300X | Memory: 192 GB'],
  ['trainium2', 'Trainium2 | Launched: Dec 3, 2024'],
  ['ascend 910c', 'Ascend 910C | Launched: Oct 15, 2024'],
  // In whole sentences, with words that tell nothing.
  [
    'What was Nvidia’s data center revenue in the quarter ended January 2023?',
    'Nvidia data center revenue | Q4 FY23 (Nov 2022–Jan 2023): $3.62bn',
  ],
  [
    'Nvidia share of desktop graphics cards at the end of 2025',
    'Nvidia, market share: Desktop add-in boards (JPR AIB report) | Q4 2025: 94%',
  ],
  ['Nvidia Q1 FY27 data center', 'Nvidia data center revenue | Q1 FY27 (Feb–Apr 2026): $75.2bn'],
  [
    'nvidia data center revenue growth',
    'Nvidia data center revenue | Q2 FY27 (May–Jul 2026): $89.0bn',
  ],
  [
    'Nvidia share in China',
    'Nvidia, market share: Nvidia share in China (chief executive) | Q4 2025: 0%',
  ],
  [
    'Amazon Trainium share',
    'Amazon (AWS), market share | AI compute shipped per quarter (Epoch AI), Q4 2025: 5.1%',
  ],
  ['TPU papers 2024', 'AI papers that name Google chips | 2024: 1,702 papers'],
  ['AI papers using A100', 'AI papers that name A100 | 2025: 15,266 papers'],
  // Of owners: who has more, who bought, and what there was in a year.
  [
    'Who has more compute, Meta or Google?',
    'Compare Meta and Google | Epoch AI, model of owners: 2.3m, 5.0m',
  ],
  [
    'Google vs Amazon vs Microsoft',
    'Compare Google, Amazon (AWS) and Microsoft | Epoch AI, model of owners: 5.0m, 2.4m, 3.4m',
  ],
  ['who are the largest buyers of GPUs', 'Most accelerators | Google, TPU, 2024: 1,500,000'],
  [
    'Hopper purchases 2024 Microsoft',
    'Microsoft: Hopper, 2024 | Omdia, annual purchases: 485,000 Hopper',
  ],
  ['how many H100s did Tesla buy', 'Tesla: H100 | Epoch AI, clusters: 60,000 H100'],
  [
    'who has the most Nvidia GPUs',
    'Most Nvidia chips, as Epoch AI models their owners | Microsoft, Dec 31, 2025: 3.2m H100-equivalents',
  ],
  [
    'China share of AI compute',
    'AI compute in China, as Epoch AI models it | H100-equivalents, Dec 31, 2025: 410,000',
  ],
  ['how many MW is Colossus 1', 'Colossus 1, data center | Oct 2026: 280,000 H100-equivalents'],
  // Of chips: the first of all, and what may be sold.
  ['fastest GPU', 'Chips by FP16, highest first | MI355X: 2,517 TFLOPS'],
  ['Nvidia chip with the most memory', 'Chips by Memory, highest first | GB300: 288 GB'],
  ['when did the H100 come out', 'H100 | Launched: Sep 20, 2022'],
  ['H100 vs A100 price', 'Compare H100 and A100 | Launch price: $33,600, $15,000–$17,500'],
  ['three year reserved H100 price', 'H100, price of an hour | One year, Mar 17, 2025: $6.74'],
  ['910C specs', 'Ascend 910C | Launched: Oct 15, 2024'],
  ['Is the H20 allowed in China?', 'Export to China | H20: Licensable or excepted'],
  [
    'export controls October 2023',
    'Export controls on AI chips | Oct 17, 2023: 13 Chinese entities added to Entity List',
  ],
  [
    'which chips may be exported to China',
    'Export controls on AI chips | Jun 2026: Guidance: overseas units of Chinese firms covered',
  ],
])('the question %s is answered with %s', async (query, expected) => {
  expect(await answer(query)).toBe(expected);
});

describe('an answer', () => {
  test('shows both meanings of a quarter, with the same weight', async () => {
    const [first] = (await search(tracker.orm, 'data center revenue Q4 2023')).answers;
    expect(first?.figures.map(({ label, values }) => [label, ...values])).toEqual([
      ['Q4 FY23 (Nov 2022–Jan 2023)', '$3.62bn'],
      ['Q4 FY24 (Nov 2023–Jan 2024)', '$18.4bn'],
    ]);
    expect(first?.note).toBe(
      '“Q4 2023” can be Q4 FY23 (Nov 2022–Jan 2023) or Q4 FY24 (Nov 2023–Jan 2024). Showing both.',
    );
  });

  test('has its change, its source, its evidence and its chart at that time', async () => {
    const [first] = (await search(tracker.orm, 'nvidia data center revenue january 2023')).answers;
    expect(first).toMatchObject({
      figures: [
        {
          detail: '+10.8% from a year earlier',
          href: '/evidence/nvidia-revenue/FY2023-Q4~data-center~market-platforms',
        },
      ],
      source: 'Nvidia',
      links: [{ href: '/charts/nvidia-data-center-revenue?time=2021..2025' }],
    });
  });

  test('says where a series has nothing at the time, and shows what is newest', async () => {
    const [first] = (await search(tracker.orm, 'nvidia data center revenue 1999')).answers;
    expect(first?.note).toMatch(/^No figures for 1999\. This series runs from Q1 FY16 to /);
    expect(first?.figures).toHaveLength(1);
  });

  test('compares two chips, and two organizations', async () => {
    const [chips] = (await search(tracker.orm, 'H100 vs MI300X')).answers;
    expect(chips?.columns.map(({ href }) => href)).toEqual(['/chips/h100', '/chips/mi300x']);
    const [owners] = (await search(tracker.orm, 'meta vs tesla')).answers;
    expect(owners?.links[0]?.href).toBe('/compare?orgs=meta~tesla');
  });

  test('of a price to rent says the term of each figure, or only the term asked for', async () => {
    const list = async (query: string) => {
      const [first] = (await search(tracker.orm, query)).answers;
      return first?.figures.map(({ label }) => label.split(',')[0]);
    };
    expect(await list('h100 price per hour')).toEqual([
      'On demand',
      'On demand',
      'Spot',
      'One year',
    ]);
    expect(await list('a100 spot price')).toEqual(['Spot']);
    expect(new Set(await list('a100 reserved price'))).toEqual(
      new Set(['One year', 'Three years']),
    );
  });

  test('of a term that a chip has no price for says which there are', async () => {
    const [first] = (await search(tracker.orm, 'h200 spot price')).answers;
    expect(first?.note).toBe('No spot price for H200. There is 1 other.');
  });

  test('of a price to rent does not hide the price to buy', async () => {
    const { answers } = await search(tracker.orm, 'A100 price');
    expect(answers.map(({ title }) => title)).toEqual([
      'A100, price of an hour',
      'A100, price to buy',
    ]);
  });

  test.each(['nvidia market cap', 'zzzzzz', 'stock price of nvidia', 'weather', ''])(
    'of “%s” there is none',
    async (query) => {
      expect((await search(tracker.orm, query, allPages)).answers).toEqual([]);
    },
  );

  test('leads to evidence that exists, wherever it leads to evidence', async () => {
    const queries = ['colossus', 'meta h100', 'nvidia market share', 'a100 papers', 'top500 v100'];
    const all = await Promise.all(queries.map((query) => search(tracker.orm, query)));
    const hrefs = all.flatMap(({ answers }) =>
      answers.flatMap(({ figures }) => figures.flatMap(({ href }) => href ?? [])),
    );
    const evidence = hrefs.filter((href) => href.startsWith('/evidence/'));
    expect(evidence.length).toBeGreaterThan(queries.length);
    for (const href of evidence) {
      const [, , dataset = '', key = ''] = href.split('/');
      expect(await getEvidence(tracker, dataset, key), href).not.toBeNull();
    }
  });
});
