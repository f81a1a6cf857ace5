/**
 * Serving, filled in. What the published estimates leave unsaid is solved for: the
 * utilization that makes the published servers come out stands for idle time, peak
 * and spare servers together.
 */
import type { Orm } from '@/db/orm';
import { toMidpoint } from '@/estimates/model';
import { formatRange } from '@/estimates/parse-range';
import { formatValue } from '@/units/format-value';
import { systemPriceKinds } from '../prices/queries';
import { countBusy, middle, solveQueries, solveUtilization } from './hidden-assumptions';
import {
  dropMissing,
  exactly,
  type Given,
  getAssumptions,
  getPower,
  getPublishedEstimates,
  getRentRange,
  getSpecs,
  type Preset,
  type PublishedEstimate,
  toGiven,
  toOrigin,
  toThreeDigits,
} from './preset';
import { listPricedSystems, type PricedSystem } from './queries';

const ARTICLE = 'From the article';

/** Present-day systems on which Google's scale is computed again. */
const SYSTEMS = ['dgx-h100', 'dgx-b200', 'gb200-nvl72'];

/** Presets in the order of display; those whose figures are gone from the data are left out. */
export async function listServingPresets(orm: Orm): Promise<Preset[]> {
  const estimates = await getPublishedEstimates(orm);
  const bing = estimates.get('article-bing-inference');
  const google = estimates.get('article-google-scale');
  const chatgpt = estimates.get('semianalysis-chatgpt');
  if (!bing || !google) return [];
  const common = await getCommon(orm, bing);
  const googlePreset = buildGoogle(google, common);
  const systems = await listPricedSystems(orm);
  const present = await Promise.all(
    SYSTEMS.flatMap((slug) => systems.filter(({ system }) => system === slug)).map((system) =>
      buildPresent(orm, system, googlePreset, bing),
    ),
  );
  return [
    buildBing(bing, googlePreset, common),
    googlePreset,
    ...(chatgpt ? [buildChatGpt(chatgpt, common)] : []),
    ...present.filter((preset) => preset !== null),
  ];
}

/** What the estimates share: the response, the server, our own assumptions. */
async function getCommon(orm: Orm, bing: PublishedEstimate): Promise<Record<string, Given>> {
  const chip = bing.chip ?? 'a100';
  return dropMissing({
    ...(await getAssumptions(orm, 'inference')),
    accelerators_per_response: toGiven(bing.figures.get('accelerators-per-response')),
    seconds_per_response: toGiven(bing.figures.get('seconds-per-response')),
    accelerators_per_server: toGiven(bing.figures.get('accelerators-per-server')),
    server_price_usd: toGiven(bing.figures.get('price-per-server')),
    power_w_per_accelerator: await getPower(orm, chip),
    rent_usd_per_accelerator_hour: await getRentRange(orm, chip),
  });
}

/** "425 million". */
const toPeople = (value: number): string => formatRange(exactly(toThreeDigits(value)));

function buildGoogle(google: PublishedEstimate, common: Record<string, Given>): Preset {
  const [low, high] = ['queries-per-day-low', 'queries-per-day-high'].map(
    (parameter) => google.figures.get(parameter)!,
  );
  const given = {
    ...common,
    queries_per_day: {
      range: { low: low!.value, high: high!.value },
      origin: toOrigin(low!),
    },
  };
  const busy = countBusy(given) / middle(given, 'accelerators_per_server');
  const servers = google.figures.get('servers')!.value;
  return {
    slug: 'google-scale',
    name: 'Search at Google’s scale, 2023',
    group: ARTICLE,
    about: [
      `New Street Research put the servers for a ChatGPT in every Google search at ${formatValue(google.figures.get('capital-cost')?.value ?? null, 'USD')}. The estimate names queries, dollars and the kind of server, not how busy the servers are.`,
      `Response and server are those of the same analysts’ estimate for Bing. That many responses keep ${formatValue(busy, 'servers')} servers busy, were none ever idle; ${formatValue(servers, 'servers')} are bought, ${formatValue(servers / busy, 'times')} as many. That factor is the hidden assumption.`,
    ],
    ways: { pay: 'buy' },
    given: { ...given, utilisation_percent: solveUtilization(google, given) },
    published: [
      ...toPublished(google, 'servers', 'servers', 'Servers (spending over price)'),
      ...toPublished(google, 'capital-cost', 'capital_usd', 'Spending on servers'),
    ],
  };
}

function buildBing(bing: PublishedEstimate, google: Preset, common: Record<string, Given>): Preset {
  const servers = bing.figures.get('servers')!;
  const utilization = google.given.utilisation_percent!;
  const queries = solveQueries(servers.value, common, utilization);
  return {
    slug: 'bing',
    name: 'ChatGPT in Bing, 2023',
    group: ARTICLE,
    about: [
      `New Street Research: ${middle(common, 'accelerators_per_response')} GPUs answer a query in under a second, so serving everyone takes more than ${formatValue(servers.value, 'servers')} servers. How many queries that is was not said.`,
      `Solved for here: as busy as the same analysts’ servers for Google, they answer ${toPeople(queries)} queries a day; were none ever idle, ${toPeople((queries / toMidpoint(utilization.range)) * 100)}. Change utilization and queries together and the same servers come out.`,
    ],
    ways: { pay: 'buy' },
    given: {
      ...common,
      utilisation_percent: {
        ...utilization,
        origin: {
          ...utilization.origin,
          text: 'Not said. Taken from the same analysts’ estimate for Google, where it can be solved for.',
        },
      },
      queries_per_day: {
        range: exactly(queries),
        origin: {
          kind: 'derived',
          text: 'Hidden in the estimate and solved for: what the published servers answer at this utilization.',
          source: servers.source,
        },
      },
    },
    published: [
      ...toPublished(bing, 'servers', 'servers', 'Servers'),
      ...toPublished(bing, 'capital-cost', 'capital_usd', 'Infrastructure'),
    ],
  };
}

function buildChatGpt(chatgpt: PublishedEstimate, common: Record<string, Given>): Preset {
  const [users, responses] = ['users-per-day', 'responses-per-user'].map(
    (parameter) => chatgpt.figures.get(parameter)!,
  );
  const given = dropMissing({
    ...common,
    queries_per_day: {
      range: exactly(users!.value * responses!.value),
      origin: {
        ...toOrigin(users!, 'Users times responses: '),
        kind: 'derived',
      },
    },
    rent_usd_per_accelerator_hour: toGiven(chatgpt.figures.get('price-per-accelerator-hour')),
  });
  const perDay = chatgpt.figures.get('cost-per-day');
  return {
    slug: 'chatgpt',
    name: 'ChatGPT, early 2023',
    group: 'From analysts',
    about: [
      `SemiAnalysis estimated ChatGPT’s own costs: ${toPeople(toMidpoint(given.queries_per_day!.range))} responses a day on ${formatValue(chatgpt.figures.get('servers')!.value, 'servers')} servers, rented.`,
      'It does not say how long a response keeps how many accelerators busy. Response and accelerators are borrowed from the estimate for Bing, and the utilization is solved for; only their product matters.',
    ],
    ways: { pay: 'rent' },
    given: { ...given, utilisation_percent: solveUtilization(chatgpt, given) },
    published: [
      ...toPublished(chatgpt, 'servers', 'servers', 'Servers'),
      ...toPublished(chatgpt, 'cost-per-query', 'cost_usd_per_query', 'Cost per query'),
      ...(perDay
        ? [
            {
              result: 'yearly_usd',
              label: 'Cost per day, times 365',
              value: perDay.value * 365,
              source: perDay.source,
            },
          ]
        : []),
    ],
  };
}

function toPublished(
  { figures }: PublishedEstimate,
  parameter: string,
  result: string,
  label: string,
): Preset['published'] {
  const row = figures.get(parameter);
  return row ? [{ result, label, value: row.value, source: row.source }] : [];
}

/** Serving at Google’s scale of 2023, computed again on what is sold today. */

/** Google's scale on another system: the same work, faster by the ratio of the peak rates. */
async function buildPresent(
  orm: Orm,
  system: PricedSystem,
  google: Preset,
  bing: PublishedEstimate,
): Promise<Preset | null> {
  const [then, now] = await Promise.all([
    getSpecs(orm, bing.chip ?? 'a100', 'fp16_dense_tflops', 'power_w'),
    getSpecs(orm, system.chip, 'fp16_dense_tflops', 'power_w'),
  ]);
  if (!then?.fp16_dense_tflops || !now?.fp16_dense_tflops) return null;
  const faster = now.fp16_dense_tflops / then.fp16_dense_tflops;
  const seconds = google.given.seconds_per_response!;
  return {
    slug: `google-scale-${system.system}`,
    name: `Google’s scale on ${system.name}`,
    group: 'With present-day systems',
    about: [
      `The same queries and the same work per response on ${system.name}, at its price of ${system.price_as_of ?? 'an unstated date'}. A response is shorter by the ratio of the chips’ peak rates, ${faster.toFixed(1)} to 1 (dense, 16 bit).`,
      'That is the careful reading. Since 2023 software answers many queries at once on the same accelerators, which lowers the accelerators per response far more than the chips did; and models have changed. Change that field to see.',
    ],
    ways: { pay: 'buy' },
    given: dropMissing({
      ...google.given,
      seconds_per_response: {
        range: exactly(toThreeDigits(toMidpoint(seconds.range) / faster)),
        origin: {
          kind: 'derived',
          text: `One second on ${then.name}, times ${then.fp16_dense_tflops} over ${now.fp16_dense_tflops} TFLOPS (16 bit, dense).`,
          source: now.source,
        },
      },
      accelerators_per_server: {
        range: exactly(system.chips_per_system),
        origin: { kind: 'source', text: `${system.name}.`, source: system.source },
      },
      server_price_usd: {
        range: exactly(system.price_usd),
        origin: {
          kind: 'source',
          text: `${system.name}, ${toPriceWords(system)}. ${system.note ?? ''}`.trim(),
          source: system.source,
        },
      },
      power_w_per_accelerator: await getPower(orm, system.chip),
      rent_usd_per_accelerator_hour:
        (await getRentRange(orm, system.chip)) ?? google.given.rent_usd_per_accelerator_hour!,
    }),
    published: [],
  };
}

function toPriceWords({ price_kind, price_as_of }: PricedSystem): string {
  const words = price_kind ? systemPriceKinds[price_kind] : 'price';
  return price_as_of ? `${words} of ${price_as_of}` : words;
}
