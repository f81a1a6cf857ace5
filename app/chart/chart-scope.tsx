/**
 * Which part of a picture: time by two typed fields, series by boxes to tick. One
 * native form each, so both work by keyboard and without JavaScript; the address
 * that a form makes is shortened by the page that answers it.
 */
import Form from 'next/form';
import Link from 'next/link';
import { toHref } from '@/catalog/parameters';
import type { Scope } from '@/catalog/view';
import { formatPeriod } from '@/units/period';

interface ChartScopeProps {
  readonly scope: Scope;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly slug: string;
}

const BUTTON = 'rounded-tremor-default border border-rule px-3 py-1 text-accent';
const FIELD = 'w-28 rounded-tremor-default border border-rule bg-card px-2 py-1 text-ink';

export function ChartScope(props: ChartScopeProps) {
  return (
    <>
      <TimeForm {...props} />
      {props.scope.series.length > 1 && <SeriesForm {...props} />}
    </>
  );
}

function TimeForm({ scope: { time }, path, parameters, slug }: ChartScopeProps) {
  const isCut = time.from !== null || time.to !== null;
  const [from, to] = [time.from ?? '', time.to ?? ''];
  return (
    <Form
      action={path}
      scroll={false}
      key={`${from}..${to}`}
      className="flex flex-wrap items-center gap-2"
    >
      <KeptParameters parameters={parameters} except="time" />
      <label htmlFor={`${slug}-from`} className="text-muted">
        From
      </label>
      <input
        id={`${slug}-from`}
        name="time"
        defaultValue={from}
        placeholder={formatPeriod(time.first)}
        aria-describedby={`${slug}-time-help`}
        autoComplete="off"
        className={FIELD}
      />
      <label htmlFor={`${slug}-to`} className="text-muted">
        to
      </label>
      <input
        id={`${slug}-to`}
        name="time"
        defaultValue={to}
        placeholder={formatPeriod(time.last)}
        aria-describedby={`${slug}-time-help`}
        autoComplete="off"
        className={FIELD}
      />
      <button type="submit" className={BUTTON}>
        Show this time
      </button>
      {isCut && (
        <Link href={toHref(path, { ...parameters, time: null })} prefetch={false} scroll={false}>
          All of it
        </Link>
      )}
      <span id={`${slug}-time-help`} className="w-full text-xs text-muted">
        A year, quarter or month: 2019, Q3 2021, Q4 FY23, June 2024. A period counts where its
        middle lies.
      </span>
    </Form>
  );
}

function SeriesForm({ scope: { series }, path, parameters, slug }: ChartScopeProps) {
  const isCut = series.some(({ isShown }) => !isShown);
  return (
    <Form action={path} scroll={false} key={series.map(({ isShown }) => Number(isShown)).join('')}>
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
        {isCut && (
          <Link
            href={toHref(path, { ...parameters, series: null })}
            prefetch={false}
            scroll={false}
          >
            All series
          </Link>
        )}
      </fieldset>
    </Form>
  );
}

function KeptParameters({
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
