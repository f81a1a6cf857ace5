/**
 * Training, filled in: every published training whose accelerator-hours are known.
 * What is not published is taken from the chip, from rents and prices of it, or is
 * our own assumption and says so.
 */
import type { Orm } from '@/db/orm';
import type { Ways } from '@/estimates/model';
import { HOURS_PER_YEAR } from '@/estimates/operation';
import { toUtilizationPercent } from '@/estimates/training';
import { formatValue, type Unit } from '@/units/format-value';
import { joinNames } from '@/views/sentences';
import {
  exactly,
  type Given,
  getAssumptions,
  getPower,
  getPricePerAccelerator,
  getPublishedEstimates,
  getRentRange,
  getSpecs,
  type Preset,
  type PublishedEstimate,
  type PublishedFigure,
  toGiven,
  toOrigin,
  toThreeDigits,
} from './preset';

/** Those of the article and the best documented first; the others follow by name. */
const ORDER = ['article-sd-training', 'sd-v1', 'gpt3', 'llama31-405b', 'deepseek-v3', 'gpt4'];

/** What has to be said about some of them, from the figures of all. */
const ABOUT: Readonly<
  Record<
    string,
    (own: Figures, estimates: ReadonlyMap<string, PublishedEstimate>) => readonly string[]
  >
> = {
  'article-sd-training': (own, estimates) => {
    const before = estimates.get('sd-v1')?.figures;
    return [
      `The article: ${say(own, 'accelerators', 'accelerators')} A100, ${say(own, 'accelerator-hours', 'accelerators')} hours, ${say(own, 'published-cost', 'USD')}. The hours are chip-hours, about ${say(own, 'days', 'days')} on all of them.`,
      `It mixes two versions. The hours are from the model card of version 2; the price is from a tweet about version 1, which needed ${before ? say(before, 'accelerator-hours', 'accelerators') : 'fewer'} hours. Divided, they give ${say(own, 'price-per-accelerator-hour', 'USD')} an hour here and ${before ? say(before, 'price-per-accelerator-hour', 'USD') : 'more'} for version 1, close to what Amazon then asked for an A100.`,
    ];
  },
  'sd-v1': (own) => [
    `Version 1, of which the price in the article was said: ${say(own, 'accelerator-hours', 'accelerators')} hours at ${say(own, 'price-per-accelerator-hour', 'USD')}.`,
    `Epoch AI puts the same training at ${say(own, 'cloud-cost', 'USD')}, because it takes the lowest long-term price of the time.`,
  ],
  'deepseek-v3': (own) => [
    `DeepSeek’s report multiplies the hours of the final run by an assumed rental price of ${say(own, 'price-per-accelerator-hour', 'USD')}. Earlier runs, research, staff and the purchase of the cluster are not in it.`,
  ],
};

type Figures = PublishedEstimate['figures'];

function say(figures: Figures, parameter: string, unit: Unit): string {
  return formatValue(figures.get(parameter)?.value ?? null, unit);
}

const DEFAULT_ABOUT = [
  'Hours and accelerators are as published. The estimate is their cost at what the same chip was rented for then; where a cost was published, the rent it implies is named below.',
];

/** Presets in the order of display. */
export async function listTrainingPresets(orm: Orm): Promise<Preset[]> {
  const assumptions = await getAssumptions(orm, 'training');
  const all = await getPublishedEstimates(orm);
  const estimates = [...all.values()]
    .filter(({ kind, chip }) => kind === 'training' && chip !== null)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
  const presets = await Promise.all(
    estimates.map((one) => buildPreset(orm, one, all, assumptions)),
  );
  const found = presets.filter((preset) => preset !== null);
  const claim = buildClaim(all, found);
  return claim ? [...found.slice(0, 2), claim, ...found.slice(2)] : found;
}

/** Language models of the time of the claim whose hours on A100 are published. */
const MODELS_OF_THEN = ['llama2-70b', 'llama-65b', 'bloom-176b'];

/**
 * "A language model for $10 to 20 million": of the claim only the price is known, so that it is
 * tried on what models of its time took. Null where none of them is in the data.
 */
function buildClaim(
  all: ReadonlyMap<string, PublishedEstimate>,
  presets: readonly Preset[],
): Preset | null {
  const [low, high] = ['cost-low', 'cost-high'].map((name) =>
    all.get('article-llm-build')?.figures.get(name),
  );
  const models = presets.filter(({ slug }) => MODELS_OF_THEN.includes(slug));
  const model = MODELS_OF_THEN.flatMap((slug) => models.find((one) => one.slug === slug) ?? [])[0];
  if (!low || !high || !model) return null;
  const hours = models.map(({ given }) => given.accelerator_hours!.range.low);
  const names = joinNames(models.map(({ name }) => name));
  return {
    ...model,
    slug: 'article-llm-build',
    name: 'A language model for $10–20 million, 2023',
    group: 'From the article',
    about: [
      `Jensen Huang, as CNBC quoted him: a large language model like ChatGPT can be built for ${formatValue(low.value, 'USD')} to ${formatValue(high.value, 'USD')}. Which model, on which chips and for how long was not said.`,
      `Tried here on language models of that time whose A100-hours are published: ${names}, at rental prices of the time. That pays for the final run alone; failed runs, research, data and staff come on top and are what the claim has room for.`,
    ],
    given: {
      ...model.given,
      accelerator_hours: {
        range: { low: Math.min(...hours), high: Math.max(...hours) },
        origin: {
          kind: 'derived',
          text: `From the fewest to the most chip-hours of ${names}.`,
          source: model.given.accelerator_hours!.origin.source,
        },
      },
    },
    published: [
      { result: 'cost_usd', label: 'The claim, lower end', value: low.value, source: low.source },
      { result: 'cost_usd', label: 'The claim, upper end', value: high.value, source: high.source },
    ],
  };
}

function rank({ scenario }: PublishedEstimate): number {
  const place = ORDER.indexOf(scenario);
  return place < 0 ? ORDER.length : place;
}

async function buildPreset(
  orm: Orm,
  estimate: PublishedEstimate,
  all: ReadonlyMap<string, PublishedEstimate>,
  assumptions: Readonly<Record<string, Given>>,
): Promise<Preset | null> {
  const { figures, chip, name, year } = estimate;
  const hours = getHours(estimate);
  if (!hours || !chip) return null;
  const [peak, power, price, rents] = await Promise.all([
    getPeak(orm, chip),
    getPower(orm, chip),
    getPricePerAccelerator(orm, chip),
    getRentRange(orm, chip, year),
  ]);
  const rent = toGiven(figures.get('price-per-accelerator-hour')) ?? rents;
  if (!peak || !power || !rent) return null;
  const compute = toGiven(figures.get('compute'));
  return {
    slug: estimate.scenario,
    name,
    group: estimate.scenario.startsWith('article-') ? 'From the article' : 'Published trainings',
    about: ABOUT[estimate.scenario]?.(figures, all) ?? DEFAULT_ABOUT,
    ways: { work: 'hours', pay: 'rent' } satisfies Ways,
    given: {
      ...assumptions,
      ...(figures.get('accelerators') && { accelerators: toGiven(figures.get('accelerators'))! }),
      accelerator_hours: hours,
      ...(compute && {
        compute_zflop: compute,
        utilisation_percent: solvePeakShare(compute, hours, peak),
      }),
      peak_tflops: peak,
      rent_usd_per_accelerator_hour: rent,
      price_usd_per_accelerator: price ?? borrowPrice(rent, assumptions),
      power_w_per_accelerator: toGiven(figures.get('power-per-accelerator')) ?? power,
    },
    published: listPublished(estimate, hours),
  };
}

/** The accelerator-hours as printed, else accelerators times hours. */
function getHours({ figures }: PublishedEstimate): Given | null {
  const printed = figures.get('accelerator-hours');
  if (printed) return toGiven(printed);
  const [accelerators, hours] = [figures.get('accelerators'), figures.get('hours')];
  if (!accelerators || !hours) return null;
  return {
    range: exactly(Math.round(accelerators.value * hours.value)),
    origin: { ...toOrigin(hours, 'Accelerators times hours: '), kind: 'derived' },
  };
}

async function getPeak(orm: Orm, chip: string): Promise<Given | null> {
  for (const column of ['bf16_dense_tflops', 'fp16_dense_tflops'] as const) {
    const specs = await getSpecs(orm, chip, column);
    const rate = specs?.[column];
    if (!specs || !rate) continue;
    return {
      range: exactly(rate),
      origin: { kind: 'source', text: `${specs.name}, 16 bit, dense.`, source: specs.source },
    };
  }
  return null;
}

/** Operations and hours are both published, so what the training reached follows. */
function solvePeakShare(compute: Given, hours: Given, peak: Given): Given {
  const percent = toUtilizationPercent({
    compute_zflop: compute.range.low,
    accelerator_hours: hours.range.low,
    peak_tflops: peak.range.low,
  });
  return {
    range: exactly(toThreeDigits(Math.min(100, percent))),
    origin: {
      kind: 'derived',
      text: 'Operations over hours, against the peak rate: all three are given.',
      source: compute.origin.source,
    },
  };
}

/** For chips that nobody sells: what would ask the same rent over its years. */
function borrowPrice(rent: Given, assumptions: Readonly<Record<string, Given>>): Given {
  const { low: years } = assumptions.years_of_use!.range;
  const { low: percent } = assumptions.time_in_use_percent!.range;
  const hours = years * HOURS_PER_YEAR * (percent / 100);
  return {
    range: {
      low: Math.round(rent.range.low * hours),
      high: Math.round(rent.range.high * hours),
    },
    origin: {
      kind: 'derived',
      text: 'The chip is not sold or no price is known. This price would be earned by its rent in the shortest use assumed below.',
      source: null,
    },
  };
}

/** What each published cost pays for decides with what it is compared. */
const COSTS = [
  ['published-cost', 'Cost as published', { pay: 'rent' }],
  ['cloud-cost', 'Epoch AI, cloud prices in dollars of 2023', { pay: 'rent' }],
  ['amortised-cost', 'Epoch AI, worn hardware and energy', { pay: 'buy' }],
] as const;

function listPublished({ figures }: PublishedEstimate, hours: Given): PublishedFigure[] {
  const costs = COSTS.flatMap(([parameter, label, ways]): PublishedFigure[] => {
    const row = figures.get(parameter);
    if (!row) return [];
    const { value, source } = row;
    return [{ result: 'cost_usd', label, value, source, ways, per_hour: value / hours.range.low }];
  });
  const days = figures.get('days');
  return days
    ? [...costs, { result: 'days', label: 'Days', value: days.value, source: days.source }]
    : costs;
}
