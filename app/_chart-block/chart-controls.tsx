/**
 * The choices of a chart: links where they are few, a select where they are many.
 * Both are addresses; both work without JavaScript.
 */
import type { OfferedChoice, Option } from '@/address/choices';
import { toHref } from '@/address/href';
import { TREND_PARAMETERS } from '@/address/trends';
import type { Scope } from '@/views/chart-view';
import { BUTTON, FIELD, toOption } from '../_ui/field';
import { SeriesForm } from './series-form';

interface ChartControlsProps {
  readonly offered: readonly OfferedChoice[];
  readonly scope: Scope | null;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly slug: string;
  /** The id to which a choice leads, where the choices stand far down the page. */
  readonly anchor?: string;
}

const TRENDS: ReadonlySet<string> = new Set(TREND_PARAMETERS);

/** The chart's own choices in the open; what every chart over time can do, folded. Time stands below the picture. */
export function ChartControls({
  offered,
  scope,
  path,
  parameters,
  slug,
  anchor,
}: ChartControlsProps) {
  const choices = offered.filter(({ options, panel }) => options.length > 1 && panel === null);
  const panels = [...new Set(offered.flatMap(({ panel }) => panel ?? []))];
  const [own, common] = [
    choices.filter(({ name }) => !TRENDS.has(name)),
    choices.filter(({ name }) => TRENDS.has(name)),
  ];
  const isAdjusted =
    common.some(({ value, fallback }) => value !== fallback) ||
    scope?.series.some(({ isShown }) => !isShown);
  const hasSeries = scope !== null && scope.series.length > 1;
  const toControl = (choice: OfferedChoice) =>
    choice.control === 'links' ? (
      <LinkChoice
        key={choice.name}
        choice={choice}
        path={path}
        parameters={parameters}
        anchor={anchor}
      />
    ) : (
      <SelectChoice
        key={`${choice.name}=${choice.value}`}
        choice={choice}
        offered={offered}
        path={path}
        parameters={parameters}
        slug={slug}
        anchor={anchor}
      />
    );
  if (own.length + panels.length + common.length === 0 && !hasSeries) return null;
  return (
    <div className="no-print mt-3 grid grid-cols-[minmax(0,1fr)] gap-y-2 text-sm">
      {own.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">{own.map(toControl)}</div>
      )}
      {panels.map((panel) => (
        <ChoicePanel
          key={panel}
          panel={panel}
          choices={offered.filter((one) => one.panel === panel)}
          path={path}
          parameters={parameters}
          slug={slug}
        />
      ))}
      {scope && common.length > 0 && (
        <details open={isAdjusted}>
          <summary className="w-fit cursor-pointer text-accent">
            {listAdjustments(common, scope)}
          </summary>
          <div className="mt-2 grid gap-3 border-l-2 border-rule pl-3">
            {common.length > 0 && (
              <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
                {common.map(toControl)}
              </div>
            )}
            {hasSeries && (
              <SeriesForm scope={scope} path={path} parameters={parameters} slug={slug} />
            )}
          </div>
        </details>
      )}
    </div>
  );
}

/** "Series, sum, scale": what the fold holds. */
function listAdjustments(common: readonly OfferedChoice[], { series }: Scope): string {
  const names = [...(series.length > 1 ? ['series'] : []), ...common.map(toWord)];
  return `Adjust ${names.join(', ')}`;
}

const toWord = ({ name, label }: OfferedChoice) =>
  name === 'view' ? 'growth' : label.toLowerCase();

function LinkChoice({
  choice: { name, label, options, value, fallback },
  path,
  parameters,
  anchor,
}: { choice: OfferedChoice } & Pick<ChartControlsProps, 'path' | 'parameters' | 'anchor'>) {
  return (
    // A group, not a landmark: several charts of a page may offer the same choice.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, this groups links
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-2">
      <span className="text-muted">{label}</span>
      <ul className="flex flex-wrap overflow-hidden rounded-tremor-default border border-rule">
        {options.map((option) => (
          <li key={option.value} className="border-rule not-first:border-l">
            <a
              href={toOptionHref(option, name, { path, parameters, fallback }) + toFragment(anchor)}
              aria-current={option.value === value ? 'true' : undefined}
              className={`block px-3 py-1 no-underline ${
                option.value === value ? 'bg-raised font-medium text-ink' : 'text-accent'
              }`}
            >
              {option.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const toFragment = (anchor: string | undefined): string => (anchor ? `#${anchor}` : '');

function toOptionHref(
  { value, drops = [] }: Option,
  name: string,
  {
    path,
    parameters,
    fallback,
  }: Pick<ChartControlsProps, 'path' | 'parameters'> & { fallback: string },
): string {
  return toHref(path, {
    ...parameters,
    ...Object.fromEntries(drops.map((dropped) => [dropped, null])),
    [name]: value === fallback ? null : value,
  });
}

function SelectChoice({
  choice: { name, label, options, value },
  offered,
  path,
  parameters,
  slug,
  anchor,
}: { choice: OfferedChoice } & Omit<ChartControlsProps, 'scope'>) {
  const id = `${slug}-${name}`;
  // Choices that hang on this one start afresh: another list has other chips.
  const followers = offered.filter(({ follows }) => follows === name);
  // So does the selection of series and how they are stacked: another market has others.
  const dropped = new Set([name, 'series', 'stack', ...followers.map((one) => one.name)]);
  const kept = Object.entries(parameters).filter(([key]) => !dropped.has(key));
  return (
    <form action={path + toFragment(anchor)} className="flex min-w-0 flex-wrap items-center gap-2">
      {kept.map(([key, kept]) => (
        <input key={key} type="hidden" name={key} value={kept} />
      ))}
      <label htmlFor={id} className="text-muted">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value}
        data-sends=""
        className={`${FIELD} max-w-full min-w-0`}
      >
        {groupOptions(options).map(([group, members]) =>
          group ? (
            <optgroup key={group} label={group}>
              {members.map(toOption)}
            </optgroup>
          ) : (
            members.map(toOption)
          ),
        )}
      </select>
      <button type="submit" className={`${BUTTON} without-script`}>
        Show
      </button>
    </form>
  );
}

function groupOptions(options: readonly Option[]): [string, Option[]][] {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const group = option.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups];
}

/**
 * Choices that share one form and fold away, and the ones in force as links that
 * take them back. A native form: it works by keyboard and without JavaScript.
 */
function ChoicePanel({
  panel,
  choices,
  path,
  parameters,
  slug,
}: {
  panel: string;
  choices: readonly OfferedChoice[];
  path: string;
  parameters: Readonly<Record<string, string>>;
  slug: string;
}) {
  const names = new Set(choices.map(({ name }) => name));
  const kept = Object.entries(parameters).filter(([name]) => !names.has(name));
  const active = choices.filter(({ value, fallback }) => value !== fallback);
  return (
    <details open={active.length > 0} className="basis-full">
      <summary className="cursor-pointer text-accent">
        {panel}
        {active.length > 0 && ` (${active.length} in force)`}
      </summary>
      <form
        // What the fields hold is the address, so another address means other fields.
        key={active.map(({ name, value }) => `${name}=${value}`).join('&')}
        action={path}
        className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-2"
      >
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {choices.map((choice) => (
          <Field key={choice.name} choice={choice} id={`${slug}-${choice.name}`} />
        ))}
        <button type="submit" className={BUTTON}>
          Apply
        </button>
      </form>
      {active.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-2">
          {active.map(({ name, label, value, options }) => {
            const text = options.find((option) => option.value === value)?.label ?? `“${value}”`;
            return (
              <li key={name}>
                <a
                  href={toHref(path, { ...parameters, [name]: null })}
                  className="rounded-tremor-default border border-rule bg-raised px-2 py-0.5"
                >
                  <span className="sr-only">Remove </span>
                  {label}: {text} <span aria-hidden="true">×</span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}

function Field({ choice, id }: { choice: OfferedChoice; id: string }) {
  const { name, label, value, options, control } = choice;
  return (
    <div className="grid min-w-0 gap-0.5">
      <label htmlFor={id} className="text-muted">
        {label}
      </label>
      {control === 'search' ? (
        <input
          id={id}
          type="search"
          name={name}
          defaultValue={value}
          className={`${FIELD} min-w-0`}
        />
      ) : (
        <select id={id} name={name} defaultValue={value} className={`${FIELD} max-w-60 min-w-0`}>
          {options.map(toOption)}
        </select>
      )}
    </div>
  );
}
