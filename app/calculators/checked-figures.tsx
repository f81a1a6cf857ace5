/** Every preset's estimate beside what was published for the same thing. */
import Link from 'next/link';
import type { Checked } from '@/catalog/calculators/checked';
import { ScrollBox } from '../ui/scroll-box';

export function CheckedFigures({
  checked,
  toPresetHref,
}: {
  checked: readonly Checked[];
  toPresetHref: (preset: string) => string;
}) {
  return (
    <section aria-labelledby="checked" className="mt-10">
      <h2 id="checked" className="text-lg font-semibold tracking-tight">
        Estimate against published figure
      </h2>
      <ScrollBox label="Estimates and published figures" className="mt-3">
        <table className="w-full text-sm">
          <caption className="sr-only">Estimates of all presets and published figures</caption>
          <thead className="text-muted">
            <tr>
              {['Preset', 'Figure'].map((label) => (
                <th key={label} scope="col" className="text-left font-normal">
                  {label}
                </th>
              ))}
              {['Published', 'Estimate (5% – 95%)'].map((label) => (
                <th key={label} scope="col" className="text-right font-normal">
                  {label}
                </th>
              ))}
              {['The estimate is', 'Source'].map((label) => (
                <th key={label} scope="col" className="text-left font-normal">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checked.map(({ preset, label, published, estimate, difference, source }) => (
              <tr key={`${preset.slug} ${label}`}>
                <th scope="row" className="text-left font-normal">
                  <Link
                    href={toPresetHref(preset.slug)}
                    prefetch={false}
                    aria-label={`${preset.name}: ${label}`}
                  >
                    {preset.name}
                  </Link>
                </th>
                <td>{label}</td>
                <td className="text-right">{published}</td>
                <td className="text-right">{estimate}</td>
                <td>{difference}</td>
                <td>
                  {source?.url ? (
                    <a href={source.url}>{source.publisher}</a>
                  ) : (
                    (source?.publisher ?? '–')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
