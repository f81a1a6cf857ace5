/** Every preset's estimate beside what was published for the same thing. */
import type { PublishedCheck } from '@/subjects/calculators/compare-with-published';
import { FiguresTable } from '../_ui/figures-table';

export function CheckedFigures({
  checked,
  toPresetHref,
}: {
  checked: readonly PublishedCheck[];
  toPresetHref: (preset: string, ways: PublishedCheck['ways']) => string;
}) {
  const hasHours = checked.some(({ per_hour }) => per_hour !== null);
  return (
    <section aria-labelledby="checked" className="mt-10">
      <h2 id="checked" className="text-lg font-semibold tracking-tight">
        Estimate against published figure
      </h2>
      {hasHours && (
        <p className="mt-1 max-w-[70ch] text-sm text-muted">
          Published costs differ in method. Epoch AI’s cloud costs take the lowest long-term prices
          of the time, in dollars of 2023; the estimates take what was asked then, with and without
          commitment. Its costs of worn hardware and energy are set against accelerators that are
          bought; a TPU, which nobody sells, at the price that its rent would pay.
        </p>
      )}
      <FiguresTable
        caption="Estimates of all presets and published figures"
        whole
        columns={[
          { label: 'Preset', wraps: true },
          { label: 'Figure', wraps: true },
          { label: 'Published', align: 'right' },
          ...(hasHours ? [{ label: 'Per accelerator-hour', align: 'right' } as const] : []),
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
                {source.publisher}
              </a>
            ) : (
              (source?.publisher ?? '–')
            ),
          ],
        }))}
      />
    </section>
  );
}
