/** Two native sliders on one track, for the two fields of a form. */

interface TimeSliderProps {
  /** Label and words of each period, oldest first. */
  readonly periods: readonly (readonly [label: string, words: string])[];
  /** The places of the first and the last period shown. */
  readonly shown: readonly [number, number];
  /** Ids of the fields that hold the two ends. */
  readonly fields: readonly [string, string];
}

export function TimeSlider({ periods, shown, fields }: TimeSliderProps) {
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
