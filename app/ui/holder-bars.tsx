/** The first of a ranking as Tremor's bar list: names, bars, counts. */
import { BarList } from '@tremor/react';
import type { ChartModel } from '@/charts/model';

const SHOWN = 8;

export function HolderBars({ model }: { model: ChartModel }) {
  if (model.shape !== 'ranking') return null;
  const data = model.entries.slice(0, SHOWN).map(({ id, label, value, href }) => ({
    key: id,
    name: label,
    value,
    ...(href ? { href, target: '_self' } : {}),
  }));
  return <BarList data={data} className="mt-3" />;
}
