/**
 * Which stretch of time a picture shows: an entry to type into at each end, and between
 * them a slider for those who would rather drag. The entries belong to the form of the
 * chart's choices.
 */
import { formatPeriod } from '@/units/period';
import type { Scope } from '@/views/chart-view';
import { toFormId } from './chart-controls';

const HELP =
  'Years, quarters, months: 2019, Q3 2021, Q4 FY23, Jun 2024. A period is included if its midpoint is in range.';

export function TimeRange({ scope: { time }, slug }: { scope: Scope; slug: string }) {
  const { periods, shown, from, to } = time;
  if (periods.length < 2) return null;
  const ids = [`${slug}-from`, `${slug}-to`] as const;
  const entry = (end: 0 | 1, value: string | null, open: string) => (
    <input
      id={ids[end]}
      form={toFormId(slug)}
      name="time"
      defaultValue={value ?? ''}
      placeholder={formatPeriod(open)}
      aria-label={end === 0 ? 'From' : 'To'}
      aria-describedby={`${slug}-time-help`}
      title={HELP}
      autoComplete="off"
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div role="group" aria-label="Time range" className="time-range no-print">
      {entry(0, from, periods[0]!)}
      <TimeSlider
        periods={periods.map((label) => [label, formatPeriod(label)])}
        shown={shown}
        fields={ids}
      />
      {entry(1, to, periods.at(-1)!)}
      <span id={`${slug}-time-help`} className="sr-only">
        {HELP}
      </span>
    </div>
  );
}

interface TimeSliderProps {
  /** Label and words of each period, oldest first. */
  readonly periods: readonly (readonly [label: string, words: string])[];
  /** The places of the first and the last period shown. */
  readonly shown: readonly [number, number];
  /** Ids of the entries that hold the two ends. */
  readonly fields: readonly [string, string];
}

/** Two native sliders on one track. */
function TimeSlider({ periods, shown, fields }: TimeSliderProps) {
  const last = periods.length - 1;
  const share = (place: number) => `${(place / last) * 100}%`;
  return (
    <time-slider
      periods={JSON.stringify(periods)}
      fields={fields.join(' ')}
      className="time-slider"
    >
      <span style={{ left: share(shown[0]), right: share(last - shown[1]) }} />
      {shown.map((place, end) => (
        <input
          key={fields[end]}
          type="range"
          min={0}
          max={last}
          defaultValue={place}
          aria-label={end === 0 ? 'First period shown' : 'Last period shown'}
          aria-valuetext={periods[place]?.[1]}
        />
      ))}
    </time-slider>
  );
}
