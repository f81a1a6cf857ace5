/**
 * The choices of a chart in one row: segments and toggles are links, selects and typed
 * entries stand in one form. Each acts at once; without scripts the form has a button.
 */
import type { ReactNode } from 'react';
import { nameOption, type OfferedChoice, type Option } from '@/address/choices';
import { toHref } from '@/address/href';
import { TREND_PARAMETERS } from '@/address/trends';
import type { Scope } from '@/views/chart-view';
import { type Marks, NO_MARKS } from '@/views/mark-model';
import { UPDATE } from '@/views/page-view';
import { toOption } from '../_ui/field';
import { InForce } from './in-force';

interface ChartControlsProps {
  readonly offered: readonly OfferedChoice[];
  readonly scope: Scope | null;
  /** Absent where nothing can be marked. */
  readonly marks?: Marks;
  readonly path: string;
  /** Of the whole page: links and form keep them. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Tells the fields of one page apart, and is the id to which a choice leads. */
  readonly slug: string;
}

type Place = Pick<ChartControlsProps, 'path' | 'parameters' | 'slug'>;

/** The id of the form to which typed entries below the drawing belong, too. */
export const toFormId = (slug: string): string => `${slug}-choices`;

export function ChartControls({ offered, scope, marks = NO_MARKS, ...place }: ChartControlsProps) {
  const { path, parameters, slug } = place;
  const choices = offered.filter(
    ({ options, control }) => options.length > 1 || control === 'search',
  );
  const isTrend = ({ name }: OfferedChoice) =>
    (TREND_PARAMETERS as readonly string[]).includes(name);
  const [own, common] = [choices.filter((one) => !isTrend(one)), choices.filter(isTrend)];
  const open = own.filter(({ panel }) => panel === null);
  const panels = [...new Set(own.flatMap(({ panel }) => panel ?? []))];
  const hasTime = scope !== null && scope.time.periods.length > 1;
  const fields = [
    ...choices.filter((one) => one.panel !== null || !isLinked(one)).map(({ name }) => name),
    ...(hasTime ? ['time'] : []),
  ];
  const toControl = (choice: OfferedChoice) =>
    isLinked(choice) ? (
      <Segments key={choice.name} choice={choice} {...place} />
    ) : (
      <ChoiceField
        key={`${choice.name}=${choice.value}`}
        choice={choice}
        offered={offered}
        slug={slug}
      />
    );
  const hasMarks = marks.focus.length > 0 || marks.notes.length > 0;
  if (choices.length === 0 && scope === null && !hasMarks) return null;
  return (
    <form
      id={toFormId(slug)}
      action={`${path}#${slug}`}
      data-acts=""
      data-calendar={scope?.time.calendar ? JSON.stringify(scope.time.calendar) : undefined}
      className="controls no-print"
    >
      {Object.entries(parameters).map(([name, value]) =>
        fields.includes(name) ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {open.filter((one) => !isLinked(one)).map(toControl)}
      {scope && scope.series.length > 1 && <SeriesMenu scope={scope} marks={marks} {...place} />}
      {panels.map((panel) => (
        <Menu key={panel} label={panel} value="">
          <div className="menu-fields">
            {own
              .filter((one) => one.panel === panel)
              .map((choice) => (
                <ChoiceField
                  key={`${choice.name}=${choice.value}`}
                  choice={choice}
                  offered={offered}
                  slug={slug}
                />
              ))}
          </div>
        </Menu>
      ))}
      {open.filter(isLinked).map(toControl)}
      {common.map(toControl)}
      <InForce
        offered={own.filter(({ panel }) => panel !== null)}
        scope={scope}
        marks={marks}
        {...place}
      />
      {fields.length > 0 && (
        <button type="submit" name={UPDATE} value="chart" className="chip without-script">
          Update chart
        </button>
      )}
    </form>
  );
}

/** Few short options stand side by side; others are a select. */
function isLinked({ control, options }: OfferedChoice): boolean {
  const letters = options.reduce((sum, option) => sum + nameOption(option).length, 0);
  return control === 'links' && options.length <= MOST_SEGMENTS && letters <= MOST_LETTERS;
}

const MOST_SEGMENTS = 3;
const MOST_LETTERS = 40;

/** What can only be on or off has one name and no second word. */
const isToggle = ({ options }: OfferedChoice): boolean =>
  options.length === 2 && options.every(({ value }) => value === 'on' || value === 'off');

function Segments({ choice, path, parameters, slug }: { choice: OfferedChoice } & Place) {
  const { name, label, options, value, fallback } = choice;
  const toOptionHref = (option: Option) =>
    `${toHref(path, {
      ...parameters,
      ...Object.fromEntries((option.drops ?? []).map((dropped) => [dropped, null])),
      [name]: option.value === fallback ? null : option.value,
    })}#${slug}`;
  const other = options.find((option) => option.value !== value);
  if (isToggle(choice) && other) {
    return (
      <a href={toOptionHref(other)} aria-current={value === 'on' || undefined} className="chip">
        {label}
      </a>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, this groups links
    <span role="group" aria-label={label} className="segments">
      {options.map((option) => (
        <a
          key={option.value}
          href={toOptionHref(option)}
          aria-current={option.value === value || undefined}
        >
          {nameOption(option)}
        </a>
      ))}
    </span>
  );
}

function ChoiceField({
  choice: { name, label, options, value, fallback, control },
  offered,
  slug,
}: {
  choice: OfferedChoice;
  offered: readonly OfferedChoice[];
  slug: string;
}) {
  if (control === 'search') {
    return (
      <label className="chip">
        <span>{label}</span>
        <input type="search" name={name} defaultValue={value} data-standing={fallback} />
      </label>
    );
  }
  // Choices that hang on this one start afresh: another list has other chips, another market
  // other series.
  const followers = offered.filter(({ follows }) => follows === name).map((one) => one.name);
  const dropped = ['series', 'focus', 'stack', ...followers].filter((one) => one !== name);
  const isTrend = (TREND_PARAMETERS as readonly string[]).includes(name);
  return (
    <label className="chip">
      <span>{label}</span>
      <select
        id={`${slug}-${name}`}
        name={name}
        defaultValue={value}
        data-standing={fallback}
        data-drops={isTrend ? undefined : dropped.join(' ')}
      >
        {groupOptions(options).map(([group, members]) =>
          group ? (
            <optgroup key={group} label={group}>
              {members.map(toOption)}
            </optgroup>
          ) : (
            members.map((option) => (
              <option key={option.value} value={option.value} data-drops={option.drops?.join(' ')}>
                {nameOption(option)}
              </option>
            ))
          ),
        )}
      </select>
    </label>
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

/** A chip that opens a list below itself. */
function Menu({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <details className="chip-menu">
      <summary className="chip">
        {value === '' ? label : <span>{label}</span>} {value}
      </summary>
      <div className="menu">{children}</div>
    </details>
  );
}

/** Which series are shown, and which one the others step back for. */
function SeriesMenu({
  scope: { series },
  marks,
  path,
  parameters,
  slug,
}: { scope: Scope; marks: Marks } & Place) {
  const focus = marks.focus.map(({ id }) => id);
  const shown = series.filter(({ isShown }) => isShown);
  const isCut = shown.length < series.length;
  const to = (changed: Readonly<Record<string, string | null>>) =>
    `${toHref(path, { ...parameters, ...changed })}#${slug}`;
  const join = (ids: readonly string[]) => (ids.length > 0 ? ids.join('~') : null);
  const toFocused = (id: string) =>
    join(focus.includes(id) ? focus.filter((one) => one !== id) : [...focus, id]);
  const toToggled = (id: string) => {
    const next = series.filter((one) => (one.id === id ? !one.isShown : one.isShown));
    const isAll = next.length === series.length || next.length === 0;
    return to({
      series: isAll ? null : next.map((one) => one.id).join('~'),
      focus: join(focus.filter((one) => one !== id)),
    });
  };
  return (
    <Menu
      label="Series"
      value={isCut ? `${shown.length} of ${series.length}` : `All ${series.length}`}
    >
      <ul>
        {series.map(({ id, label, isShown }) => (
          <li key={id}>
            <a href={toToggled(id)} aria-current={isShown || undefined}>
              {label}
            </a>
            {isShown && (
              <a href={to({ focus: toFocused(id) })} aria-label={`Focus ${label}`}>
                {focus.includes(id) ? 'Unfocus' : 'Focus'}
              </a>
            )}
          </li>
        ))}
      </ul>
      {isCut && <a href={to({ series: null })}>All series</a>}
    </Menu>
  );
}
