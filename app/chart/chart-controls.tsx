/**
 * The choices of a chart: links where they are few, a select where they are many.
 * Both are addresses; both work without JavaScript.
 */
import Form from 'next/form';
import Link from 'next/link';
import type { OfferedChoice, Option } from '@/catalog/parameters';
import { toHref } from '@/catalog/parameters';
import { ChoicePanel } from './choice-panel';
import { SubmitOnChange } from './submit-on-change';
import { toOption } from './to-option';

interface ChartControlsProps {
  readonly offered: readonly OfferedChoice[];
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly slug: string;
}

export function ChartControls({ offered, path, parameters, slug }: ChartControlsProps) {
  const choices = offered.filter(({ options, panel }) => options.length > 1 && panel === null);
  const panels = [...new Set(offered.flatMap(({ panel }) => panel ?? []))];
  if (choices.length + panels.length === 0) return null;
  return (
    <div className="no-print mt-3 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
      {choices.map((choice) =>
        choice.control === 'links' ? (
          <LinkChoice key={choice.name} choice={choice} path={path} parameters={parameters} />
        ) : (
          <SelectChoice
            key={`${choice.name}=${choice.value}`}
            choice={choice}
            offered={offered}
            path={path}
            parameters={parameters}
            slug={slug}
          />
        ),
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
    </div>
  );
}

function LinkChoice({
  choice: { name, label, options, value, fallback },
  path,
  parameters,
}: { choice: OfferedChoice } & Pick<ChartControlsProps, 'path' | 'parameters'>) {
  return (
    // A group, not a landmark: several charts of a page may offer the same choice.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, this groups links
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-2">
      <span className="text-muted">{label}</span>
      <ul className="flex flex-wrap overflow-hidden rounded-tremor-default border border-rule">
        {options.map((option) => (
          <li key={option.value} className="border-rule not-first:border-l">
            <Link
              href={toHref(path, {
                ...parameters,
                [name]: option.value === fallback ? null : option.value,
              })}
              prefetch={false}
              scroll={false}
              aria-current={option.value === value ? 'true' : undefined}
              className={`block px-3 py-1 no-underline ${
                option.value === value ? 'bg-raised font-medium text-ink' : 'text-accent'
              }`}
            >
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function SelectChoice({
  choice: { name, label, options, value },
  offered,
  path,
  parameters,
  slug,
}: { choice: OfferedChoice } & ChartControlsProps) {
  const id = `${slug}-${name}`;
  // Choices that hang on this one start afresh: another list has other chips.
  const followers = offered.filter(({ follows }) => follows === name);
  const dropped = new Set([name, ...followers.map((one) => one.name)]);
  const kept = Object.entries(parameters).filter(([key]) => !dropped.has(key));
  return (
    <Form action={path} scroll={false} className="flex min-w-0 flex-wrap items-center gap-2">
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
        className="max-w-full min-w-0 rounded-tremor-default border border-rule bg-card px-2 py-1 text-ink"
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
      <SubmitOnChange field={id} />
    </Form>
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
