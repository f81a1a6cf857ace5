/** Which queries a day make a published number of servers come out. */

import type { AssumptionRanges } from '@/estimates/model';
import { formatRange } from '@/estimates/parse-range';
import type { HiddenAssumptions } from '@/subjects/calculators/hidden-assumptions';
import { formatValue } from '@/units/format-value';
import { ScrollBox } from '../_ui/scroll-box';

export function HiddenTable({
  hidden,
  ranges,
}: {
  hidden: HiddenAssumptions;
  ranges: AssumptionRanges;
}) {
  const fits = hidden.rows.some(({ cells }) => cells.some((cell) => cell.fits));
  return (
    <section aria-labelledby="hidden" className="mt-10">
      <h2 id="hidden" className="text-lg font-semibold tracking-tight">
        Which hidden assumptions make {formatValue(hidden.servers, 'servers')} servers come out?
      </h2>
      <p className="mt-1 max-w-[70ch]">
        The same servers answer more queries the busier they are and the flatter the day. Each cell:
        queries per day that the published servers answer.{' '}
        {fits ? (
          <>
            <strong>Bold</strong>: about the {formatRange(ranges.queries_per_day!)} assumed above.
          </>
        ) : (
          `None of them is near the ${formatRange(ranges.queries_per_day!)} assumed above.`
        )}
      </p>
      <ScrollBox label="Hidden assumptions" className="mt-3 max-w-3xl">
        <table className="w-full text-sm">
          <caption className="sr-only">
            Queries per day by utilization and peak over average
          </caption>
          <thead>
            <tr>
              <th scope="col" className="text-left font-normal text-muted">
                Peak over average
              </th>
              {hidden.utilizations.map((percent) => (
                <th key={percent} scope="col" className="text-right font-normal text-muted">
                  {percent}% busy
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hidden.rows.map(({ peak, cells }) => (
              <tr key={peak}>
                <th scope="row" className="text-left font-normal">
                  {peak}
                </th>
                {cells.map(({ text, fits: isNear }, index) => (
                  <td key={hidden.utilizations[index]} className="text-right">
                    {isNear ? <strong>{text}</strong> : text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
