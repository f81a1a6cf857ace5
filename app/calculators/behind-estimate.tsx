/**
 * What stands below an estimate: hidden figures, what was published for the same, the formulas.
 */
import { nameOrigin } from '@/data/sources/origins';
import type { AssumptionRanges, EstimateModel } from '@/estimates/model';
import { formatRange } from '@/estimates/parse-range';
import { DRAWS } from '@/estimates/simulate';
import type { PublishedCheck } from '@/subjects/calculators/compare-with-published';
import type { HiddenAssumptions } from '@/subjects/calculators/hidden-assumptions';
import { formatCount, formatValue } from '@/units/format-value';
import { FiguresTable } from '../_ui/figures-table';
import { PageSection } from '../_ui/headings';
import { ScrollBox } from '../_ui/scroll-box';

/** Which queries a day make a published number of servers come out. */
export function HiddenTable({
  hidden,
  ranges,
}: {
  hidden: HiddenAssumptions;
  ranges: AssumptionRanges;
}) {
  const fits = hidden.rows.some(({ cells }) => cells.some((cell) => cell.fits));
  return (
    <PageSection
      id="hidden"
      title={`Which hidden assumptions make ${formatValue(hidden.servers, 'servers')} servers come out?`}
      folded="by utilization and peak"
    >
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
    </PageSection>
  );
}

/** Every preset's estimate and what was published for the same thing. */
export function CheckedFigures({
  checked,
  toPresetHref,
}: {
  checked: readonly PublishedCheck[];
  toPresetHref: (preset: string, ways: PublishedCheck['ways']) => string;
}) {
  const hasHours = checked.some(({ per_hour }) => per_hour !== null);
  return (
    <PageSection
      id="checked"
      title="Compared with published figures"
      folded={`${checked.length} figures`}
    >
      {hasHours && (
        <p className="mt-1 max-w-[70ch] text-sm text-muted">
          Published costs differ in method. Epoch AI’s cloud costs take the lowest long-term prices
          of the time, in dollars of 2023; the estimates take what was asked then, with and without
          commitment. Its costs of worn hardware and energy are set against accelerators that are
          bought; a TPU, which is not sold, at the price that its rent would pay.
        </p>
      )}
      <FiguresTable
        caption="Estimates of all presets and published figures"
        columns={[
          { label: 'Preset', wraps: true },
          { label: 'Figure', wraps: true },
          { label: 'Published', align: 'right' },
          ...(hasHours ? [{ label: 'Per chip-hour', align: 'right' } as const] : []),
          { label: 'Estimate (5% – 95%)', align: 'right' },
          { label: 'The estimate is' },
          { label: 'Source' },
        ]}
        rows={checked.map(({ preset, label, ways, source, ...row }) => ({
          id: `checked-${preset.slug}-${label.toLowerCase().replace(/\W+/g, '-')}`,
          cells: [
            <a
              key="preset"
              href={toPresetHref(preset.slug, ways)}
              aria-label={`${preset.name}: ${label}`}
            >
              {preset.name}
            </a>,
            label,
            row.published,
            ...(hasHours ? [row.per_hour ?? '–'] : []),
            row.estimate,
            row.difference,
            source?.url ? (
              <a key="source" href={source.url}>
                {nameOrigin(source)}
              </a>
            ) : source ? (
              nameOrigin(source)
            ) : (
              '–'
            ),
          ],
        }))}
      />
    </PageSection>
  );
}

/** The formulas of a calculator, with units, as its model declares them. */
export function Formulas({ model }: { model: EstimateModel }) {
  return (
    <PageSection
      id="formulas"
      title="Formulas"
      folded={`${Object.keys(model.results).length} results`}
    >
      <dl className="mt-2 grid gap-2 text-sm">
        {Object.entries(model.results).map(([name, { label, formula }]) => (
          <div key={name}>
            <dt className="font-semibold">{label}</dt>
            <dd className="text-muted">= {formula}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-muted">
        An assumption given as a range is drawn evenly between its ends, independently of all
        others. The middle is the median of {formatCount(DRAWS)} draws; the range runs from the 5th
        to the 95th percentile. Money is not discounted, and servers keep no value after their
        years.
      </p>
    </PageSection>
  );
}
