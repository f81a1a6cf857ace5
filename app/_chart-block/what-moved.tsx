/** What became of older figures: which moved from then to now, and by how much. */

import { formatChange, formatValue, MISSING } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import {
  describeMoved,
  lowerFirst,
  toMovedPercent,
  type VintageShown,
} from '@/views/compare-vintages';
import { FiguresTable } from '../_ui/figures-table';

export function WhatMoved({ vintage, slug }: { vintage: VintageShown; slug: string }) {
  const { older, newer, unit, moved, caveat } = vintage;
  const show = (value: number | null, href: string | null) => {
    const text = value === null || unit === null ? MISSING : formatValue(value, unit);
    return href ? <a href={href}>{text}</a> : text;
  };
  const hasPeriods = moved.some(({ period }) => period !== null);
  return (
    <section aria-labelledby={`${slug}-moved`} className="what-moved">
      <h3 id={`${slug}-moved`}>What moved since {older.name}</h3>
      <p>
        Pale and dashed: {lowerFirst(newer.words)}. {describeMoved(vintage)}
        {caveat && ` Newer figures: ${caveat}`}
      </p>
      {moved.length > 0 && (
        <FiguresTable
          caption={`Figures of ${older.name} and of ${newer.name}`}
          first={6}
          columns={[
            { label: 'What' },
            ...(hasPeriods ? [{ label: 'Period' }] : []),
            { label: older.name, align: 'right' },
            { label: newer.name, align: 'right' },
            { label: 'Change', align: 'right' },
            { label: 'Change, %', align: 'right' },
          ]}
          rows={moved.map((one, place) => {
            const { name, period, before, after, evidence } = one;
            const percent = toMovedPercent(one);
            const change = before === null || after === null ? null : after - before;
            return {
              id: `${slug}-moved-${place + 1}`,
              cells: [
                name,
                ...(hasPeriods ? [period === null ? MISSING : formatPeriod(period)] : []),
                show(before, evidence.before),
                show(after, evidence.after),
                unit === null ? MISSING : formatChange(change, unit === '%' ? POINTS : unit),
                wordPercent(percent),
              ],
            };
          })}
        />
      )}
    </section>
  );
}

const wordPercent = (percent: number | null): string =>
  percent === null ? MISSING : `${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)}%`;

/** Shares move by points. */
const POINTS = 'percentage points';
