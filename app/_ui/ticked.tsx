/** Boxes to tick in the rows of a table, and the button of the form that compares those ticked. */
import type { ReactNode } from 'react';
import { BUTTON } from './field';

/** The name that heads a row, with its box before it. */
export function Ticked({
  name,
  value,
  label,
  children,
}: {
  /** Of the form's field: an address repeats it. */
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    // The name heads the row, so it is read first.
    <span className="flex flex-row-reverse items-center justify-end gap-2">
      {children}
      <input
        type="checkbox"
        name={name}
        value={value}
        aria-label={`Compare ${label}`}
        className="no-print size-5 shrink-0 accent-accent"
      />
    </span>
  );
}

export function CompareButton({ most }: { readonly most: number }) {
  return (
    <p className="no-print mt-2 flex items-center gap-3 text-sm">
      <button type="submit" className={BUTTON}>
        Compare these
      </button>
      <span className="text-muted">Tick two to {most}.</span>
    </p>
  );
}
