/**
 * Choices that share one form and fold away, and the ones in force as links that
 * take them back. A native form: it works by keyboard and without JavaScript.
 */
import type { OfferedChoice } from '@/address/choices';
import { toHref } from '@/address/href';
import { BUTTON, FIELD } from '../_ui/field';
import { toOption } from './to-option';

export function ChoicePanel({
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
