/** What cuts and marks a chart’s picture, each as a chip that takes it back. */
import type { OfferedChoice } from '@/address/choices';
import { toHref } from '@/address/href';
import { writeNotes } from '@/address/marks';
import { formatPeriod } from '@/units/period';
import type { Scope } from '@/views/chart-view';
import type { Marks } from '@/views/mark-model';

export function InForce({
  offered,
  scope,
  marks: { focus, notes },
  path,
  parameters,
  slug,
}: {
  readonly offered: readonly OfferedChoice[];
  readonly scope: Scope | null;
  readonly marks: Marks;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly slug: string;
}) {
  const { from = null, to = null } = scope?.time ?? {};
  const chips: { name: string; text: string; rest?: string }[] = [
    ...(focus.length > 0
      ? [{ name: 'focus', text: `Focus: ${focus.map(({ label }) => label).join(', ')}` }]
      : []),
    ...(from !== null || to !== null ? [{ name: 'time', text: nameTime(from, to) }] : []),
    ...offered
      .filter(({ value, fallback }) => value !== fallback)
      .map(({ name, label, value, options }) => ({
        name,
        text: `${label}: ${options.find((option) => option.value === value)?.label ?? `“${value}”`}`,
      })),
    ...notes.map((note) => ({
      name: 'note',
      text: `Note: ${note.label}`,
      rest: writeNotes(notes.filter((one) => one !== note)),
    })),
  ];
  return chips.map(({ name, text, rest = '' }) => (
    <a
      key={`${name} ${text} ${rest}`}
      href={`${toHref(path, { ...parameters, [name]: rest || null })}#${slug}`}
      className="chip in-force"
    >
      <span className="sr-only">Remove </span>
      {text} <span aria-hidden="true">×</span>
    </a>
  ));
}

function nameTime(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `${formatPeriod(from)} to ${formatPeriod(to)}`;
  return from === null ? `To ${formatPeriod(to ?? '')}` : `From ${formatPeriod(from)}`;
}
