/**
 * Which series of a picture, by boxes to tick: a native form, which works by
 * keyboard and without JavaScript; the address that it makes is shortened by the
 * page that answers it.
 */
import { toHref } from '@/address/href';
import type { Scope } from '@/views/chart-view';
import { BUTTON } from '../_ui/field';

export interface ChartScopeProps {
  readonly scope: Scope;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly slug: string;
}

export function SeriesForm({ scope: { series }, path, parameters, slug }: ChartScopeProps) {
  const isCut = series.some(({ isShown }) => !isShown);
  const all = toHref(path, { ...parameters, series: null });
  return (
    <form action={path} data-list="series">
      <KeptParameters parameters={parameters} except="series" />
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <legend className="float-left mr-4 text-muted">Series</legend>
        {series.map(({ id, label, isShown }) => (
          <label key={id} className="flex items-center gap-1.5" htmlFor={`${slug}-series-${id}`}>
            <input
              type="checkbox"
              id={`${slug}-series-${id}`}
              name="series"
              value={id}
              defaultChecked={isShown}
              className="accent-accent"
            />
            {label}
          </label>
        ))}
        <button type="submit" className={BUTTON}>
          Show these
        </button>
        {isCut && <a href={all}>All series</a>}
      </fieldset>
    </form>
  );
}

export function KeptParameters({
  parameters,
  except,
}: {
  parameters: Readonly<Record<string, string>>;
  except: string;
}) {
  return Object.entries(parameters)
    .filter(([name]) => name !== except)
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
