/** Every preset's estimate and what was published for the same thing. */
import { LRUCache } from 'lru-cache';
import type { Tracker } from '@/db/connection';
import { listSources, type SourceRow } from '@/db/queries/names';
import type { Ways } from '@/estimates/model';
import { type Spread, simulate } from '@/estimates/simulate';
import { formatValue } from '@/units/format-value';
import { keep } from '@/views/chart-view';
import { type Calculator, listPresets } from './calculators';
import type { Preset } from './preset';
import { readScenario } from './scenario';

/** An estimate and a published figure for the same thing. */
export interface PublishedCheck {
  readonly preset: Preset;
  readonly label: string;
  /** The choices under which the estimate was made, where the preset's are others. */
  readonly ways: Ways;
  readonly published: string;
  /** "$0.60": per accelerator-hour; null where nothing was divided. */
  readonly per_hour: string | null;
  readonly estimate: string;
  /** "4.3% below", or that the published figure lies within the range. */
  readonly difference: string;
  readonly source: SourceRow | null;
}

const kept = new LRUCache<string, Promise<PublishedCheck[]>>({ max: 8 });

/** In the order of presets; asked once per snapshot. */
export function listPublishedChecks(
  tracker: Tracker,
  calculator: Calculator,
): Promise<PublishedCheck[]> {
  return keep(kept, `${tracker.snapshot.id} ${calculator.slug}`, async () => {
    const { model } = calculator;
    const presets = await listPresets(tracker, calculator);
    const slugs = presets.flatMap(({ published }) => published.map(({ source }) => source));
    const sources = await listSources(tracker.orm, [...new Set(slugs)]);
    return presets.flatMap((preset) => {
      return preset.published.map((figure): PublishedCheck => {
        const { result, label, value, source, per_hour } = figure;
        const query = { preset: preset.slug, ...figure.ways };
        const { ranges, ways } = readScenario(model, presets, query);
        const { spreads } = simulate(model, ranges, ways);
        const { unit } = model.results[result]!;
        const spread = spreads[result]!;
        return {
          preset,
          label,
          ways: figure.ways ?? {},
          published: formatValue(value, unit),
          per_hour: per_hour === undefined ? null : formatValue(per_hour, 'USD per chip-hour'),
          estimate: formatSpread(spread, (one) => formatValue(one, unit)),
          difference: describeDifference(value, spread),
          source: sources.find((one) => one.source === source) ?? null,
        };
      });
    });
  });
}

/** "$4.00bn", or "$3.8bn ($3.5bn–$4.1bn)" where there is a range. */
function formatSpread({ p5, p50, p95 }: Spread, format: (value: number) => string): string {
  const [low, middle, high] = [format(p5), format(p50), format(p95)];
  return low === high ? middle : `${middle} (${low}–${high})`;
}

function describeDifference(published: number, { p5, p50, p95 }: Spread): string {
  const percent = (p50 / published - 1) * 100;
  const size = Math.abs(percent);
  if (size < 1) return 'within 1%';
  const words =
    percent > 0 && size >= 100
      ? `${formatValue(p50 / published, 'times')} as much`
      : `${formatValue(Number(size.toFixed(0)), '%')} ${percent > 0 ? 'above' : 'below'}`;
  return published >= p5 && published <= p95 ? `${words}, within the range` : words;
}
