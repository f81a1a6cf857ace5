/** Serving at Google’s scale of 2023, reckoned again on what is sold today. */
import type { Orm } from '@/db/connection';
import { toMidpoint } from '@/estimates/model';
import { systemPriceKinds } from '../prices/price-words';
import { dropMissing, type Preset, single, toThreeDigits } from './preset';
import { getPower, getRentRange, getSpecs, type PublishedEstimate } from './preset-sources';
import type { PricedSystem } from './queries';

/** Google's scale on another system: the same work, faster by the ratio of the peak rates. */
export async function buildPresent(
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
        range: single(toThreeDigits(toMidpoint(seconds.range) / faster)),
        origin: {
          kind: 'derived',
          text: `One second on ${then.name}, times ${then.fp16_dense_tflops} over ${now.fp16_dense_tflops} TFLOPS (16 bit, dense).`,
          source: now.source,
        },
      },
      accelerators_per_server: {
        range: single(system.chips_per_system),
        origin: { kind: 'source', text: `${system.name}.`, source: system.source },
      },
      server_price_usd: {
        range: single(system.price_usd),
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
