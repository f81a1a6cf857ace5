/** The results with their ranges. */
import type { EstimateModel } from '@/estimates/model';
import { DRAWS, type Spread } from '@/estimates/simulate';
import { formatValue } from '@/units/format-value';

export function ResultTable({
  model,
  spreads,
  result,
  unread,
}: {
  model: EstimateModel;
  spreads: Readonly<Record<string, Spread>>;
  /** The result that the pictures show; set off from the others. */
  result: string;
  /** How many fields cannot be read. */
  unread: number;
}) {
  const isRanged = Object.values(spreads).some(({ p5, p95 }) => p5 !== p95);
  return (
    <section
      aria-labelledby="results"
      className="rounded-tremor-default border border-rule bg-card p-4 lg:sticky lg:top-4"
    >
      <h2 id="results" className="text-lg font-semibold tracking-tight">
        Results
      </h2>
      <table className="mt-2 w-full text-sm" aria-live="polite">
        <thead className="text-muted">
          <tr>
            <th scope="col" className="py-1 text-left font-normal">
              Result
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {isRanged ? 'Middle' : 'Estimate'}
            </th>
            {isRanged && (
              <th scope="col" className="py-1 pl-3 text-right font-normal">
                5% – 95%
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {Object.entries(model.results).map(([name, { label, unit }]) => {
            const { p5, p50, p95 } = spreads[name]!;
            return (
              <tr key={name} className="border-t border-rule">
                <th
                  scope="row"
                  className={`py-1.5 text-left ${name === result ? 'font-semibold' : 'font-normal'}`}
                >
                  {label}
                </th>
                <td className="py-1.5 text-right font-semibold whitespace-nowrap">
                  {formatValue(p50, unit)}
                </td>
                {isRanged && (
                  <td className="py-1.5 pl-3 text-right text-xs text-muted">
                    {p5 === p95 ? '–' : `${formatValue(p5, unit)} – ${formatValue(p95, unit)}`}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {unread > 0 && (
        <p className="mt-2 text-xs font-medium text-warning">
          {unread === 1 ? 'One field cannot be read' : `${unread} fields cannot be read`}: reckoned
          with the preset’s figure meanwhile.
        </p>
      )}
      <p className="mt-2 text-xs text-muted">
        {isRanged
          ? `From ${DRAWS.toLocaleString('en-US')} draws, each range drawn evenly and independently, always with the same seed: half of the draws lie below the middle, nine of ten within the range.`
          : 'Every assumption is a single figure, so the answer is one, too. Give one of them a range to see how the answer spreads.'}
      </p>
    </section>
  );
}
