/**
 * Which stretch of time a picture shows: two fields to type into, and between them
 * a slider for those who would rather drag. A native form, so it works by keyboard
 * and without JavaScript; the page that answers shortens the address.
 */
import { toHref } from '@/address/href';
import { formatPeriod } from '@/units/period';
import { BUTTON } from '../_ui/field';
import { type ChartScopeProps, KeptParameters } from './series-form';

const FIELD =
  'w-24 min-w-0 rounded-tremor-default border border-rule bg-card px-1 py-1 text-ink sm:w-26 sm:px-2';
const HELP =
  'A year, quarter or month: 2019, Q3 2021, Q4 FY23, June 2024. A period counts where its middle lies.';

export function TimeForm({
  scope: { time },
  path,
  parameters,
  slug,
  name,
}: ChartScopeProps & {
  /** Tells the forms of one page apart. */
  name: string;
}) {
  const { periods, shown } = time;
  if (periods.length < 2) return null;
  const [from, to] = [time.from ?? '', time.to ?? ''];
  const whole = toHref(path, { ...parameters, time: null });
  const toId = (end: string) => `${slug}-${end}`;
  const field = (end: 'from' | 'to', value: string, open: string) => (
    <input
      id={toId(end)}
      name="time"
      defaultValue={value}
      placeholder={formatPeriod(open)}
      aria-describedby={toId('time-help')}
      title={HELP}
      autoComplete="off"
      className={FIELD}
    />
  );
  return (
    <form
      action={path}
      aria-label={`Time: ${name}`}
      data-list="time"
      data-calendar={time.calendar && JSON.stringify(time.calendar)}
      className="no-print mt-2 flex flex-wrap items-center gap-1 text-sm sm:gap-2"
    >
      <KeptParameters parameters={parameters} except="time" />
      <label htmlFor={toId('from')} className="text-muted">
        From
      </label>
      {field('from', from, periods[0]!)}
      <TimeSlider
        periods={periods.map((label) => [label, formatPeriod(label)])}
        shown={shown}
        fields={[toId('from'), toId('to')]}
      />
      <label htmlFor={toId('to')} className="text-muted">
        to
      </label>
      {field('to', to, periods.at(-1)!)}
      <button type="submit" aria-label="Show this time" className={BUTTON}>
        Show
      </button>
      {/* Its room is kept: a slider that shrinks would move under the finger that drags it. */}
      <a href={whole} className={(time.from ?? time.to) === null ? 'invisible' : ''}>
        All of it
      </a>
      <span id={toId('time-help')} className="sr-only">
        {HELP}
      </span>
    </form>
  );
}

interface TimeSliderProps {
  /** Label and words of each period, oldest first. */
  readonly periods: readonly (readonly [label: string, words: string])[];
  /** The places of the first and the last period shown. */
  readonly shown: readonly [number, number];
  /** Ids of the fields that hold the two ends. */
  readonly fields: readonly [string, string];
}

/** Two native sliders on one track, for the two fields of a form. */
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
