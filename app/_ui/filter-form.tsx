/**
 * What narrows a list, in one row: selects that act at once, and a field that is read
 * while somebody types. Without scripts the same form has a button.
 */
import type { ReactNode } from 'react';
import type { OfferedChoice } from '@/address/choices';
import { LONGEST_WORDS } from '@/address/parameters';
import { BUTTON, FIELD, toOption } from './field';

export function FilterForm({
  label,
  action,
  choices = [],
  kept = {},
  search,
  children,
}: {
  /** Names the form for those who jump to it. */
  label: string;
  action: string;
  choices?: readonly OfferedChoice[];
  /** Parameters that the address keeps. */
  kept?: Readonly<Record<string, string>>;
  search?: { readonly name: string; readonly value: string; readonly hint: string };
  /** What else stands in the row. */
  children?: ReactNode;
}) {
  return (
    <search aria-label={label} className="no-print">
      <form
        action={action}
        data-acts=""
        data-follows={search && ''}
        className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm"
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search && (
          <input
            type="search"
            name={search.name}
            defaultValue={search.value}
            maxLength={LONGEST_WORDS}
            aria-label={search.hint}
            placeholder={search.hint}
            className={`${FIELD} min-w-0 placeholder:text-muted max-sm:w-full sm:w-72`}
          />
        )}
        {choices.map(({ name, label, value, options }) => (
          <label key={name} className="flex min-w-0 items-center gap-1.5">
            <span className="text-muted">{label}</span>
            <select
              // Another value of the address is another default.
              key={value}
              name={name}
              defaultValue={value}
              className={`${FIELD} max-w-44 min-w-0`}
            >
              {options.map(toOption)}
            </select>
          </label>
        ))}
        <button type="submit" className={`${BUTTON} without-script`}>
          Show
        </button>
        {children}
      </form>
    </search>
  );
}
