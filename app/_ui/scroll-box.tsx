/**
 * A box for a table that is wider or longer than its place. The box itself scrolls,
 * so it is the one to be reached by keyboard; Tremor's own table cannot be.
 */
import type { ReactNode } from 'react';

export function ScrollBox({
  label,
  className = '',
  children,
}: {
  /** Names the box for those who reach it by keyboard. */
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className={`data-table ${className}`.trim()}>
      {children}
    </section>
  );
}
