'use client';
/**
 * Two native sliders on one track. They write into the form's two fields and send
 * it, as if somebody had typed; an end that stands at the edge is open.
 */
import { type ChangeEvent, useEffect, useRef, useState } from 'react';

interface TimeSliderProps {
  /** Label and words of each period, oldest first. */
  readonly periods: readonly (readonly [label: string, words: string])[];
  /** The places of the first and the last period shown. */
  readonly shown: readonly [number, number];
  /** Ids of the fields that hold the two ends. */
  readonly fields: readonly [string, string];
}

/** An arrow key that is held down is one choice, not thirty. */
const PAUSE_MS = 200;

export function TimeSlider({ periods, shown, fields }: TimeSliderProps) {
  const [from, to] = shown;
  const [ends, setEnds] = useState(shown);
  const track = useRef<HTMLSpanElement>(null);
  const last = periods.length - 1;
  // Another address, another stretch of time.
  useEffect(() => setEnds([from, to]), [from, to]);

  useEffect(() => {
    let pause: ReturnType<typeof setTimeout>;
    // The browser's own event comes once per drag; React's comes with every step.
    const send = ({ target }: Event) => {
      clearTimeout(pause);
      pause = setTimeout(() => (target as HTMLInputElement).form?.requestSubmit(), PAUSE_MS);
    };
    const element = track.current;
    element?.addEventListener('change', send);
    return () => {
      clearTimeout(pause);
      element?.removeEventListener('change', send);
    };
  }, []);

  function slide(end: 0 | 1, { target }: ChangeEvent<HTMLInputElement>) {
    const wanted = Number(target.value);
    // The ends never pass each other.
    const place = end === 0 ? Math.min(wanted, ends[1]) : Math.max(wanted, ends[0]);
    setEnds(end === 0 ? [place, ends[1]] : [ends[0], place]);
    const field = document.getElementById(fields[end]) as HTMLInputElement | null;
    if (field) field.value = place === (end === 0 ? 0 : last) ? '' : periods[place]![0];
  }

  const share = (place: number) => `${(place / last) * 100}%`;
  return (
    <span ref={track} className="time-slider">
      <span style={{ left: share(ends[0]), right: share(last - ends[1]) }} />
      {([0, 1] as const).map((end) => (
        <input
          key={end}
          // At the right edge the first thumb would lie below the last, which cannot move away.
          style={end === 0 && ends[0] > last / 2 ? { zIndex: 1 } : undefined}
          type="range"
          min={0}
          max={last}
          value={ends[end]}
          onChange={(event) => slide(end, event)}
          aria-label={end === 0 ? 'First period shown' : 'Last period shown'}
          aria-valuetext={periods[ends[end]]![1]}
        />
      ))}
    </span>
  );
}
