/** What changed between an edition of the index and an earlier one, with a choice of that. */
import { toChipHref, toOrganizationHref } from '@/address/links';
import type { EditionChange, EditionView } from '@/subjects/holdings/edition-changes';
import { statuses } from '@/subjects/holdings/holder-lists';
import { formatValue } from '@/units/format-value';
import { BUTTON, FIELD, toOption } from '../_ui/field';
import { FiguresTable } from '../_ui/figures-table';

const words = {
  entered: 'Entered',
  left: 'Left',
  more: 'More',
  fewer: 'Fewer',
} satisfies Record<EditionChange['change'], string>;

export function EditionChanges({
  view,
  parameters,
  isFolded,
}: {
  view: EditionView;
  parameters: Readonly<Record<string, string>>;
  /** Where the chart says already what moved since the edition on show. */
  isFolded: boolean;
}) {
  const { changes, label, fromLabel, options, from } = view;
  const section = (
    <section aria-labelledby="changes" className="mt-10">
      <h2 id="changes" className="text-lg font-semibold tracking-tight">
        What changed in the list of publicly documented clusters?
      </h2>
      <p className="mt-1 max-w-[70ch]">{describe(view)}</p>
      <form
        key={from}
        action="/holdings"
        data-acts=""
        className="no-print mt-3 flex flex-wrap items-center gap-2 text-sm"
      >
        {Object.entries(parameters).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="changes-from" className="text-muted">
          {label} against
        </label>
        <select id="changes-from" name="from" defaultValue={from} className={FIELD}>
          {options.map(toOption)}
        </select>
        <button type="submit" className={`${BUTTON} without-script`}>
          Show
        </button>
      </form>
      {changes.length > 0 && (
        <FiguresTable
          caption={`Changes from ${fromLabel} to ${label}`}
          columns={[
            { label: 'Organization' },
            { label: 'Change' },
            { label: 'Chip' },
            { label: 'Status' },
            { label: 'Before', align: 'right' },
            { label: 'After', align: 'right' },
          ]}
          rows={changes.map((one) => ({
            id: ['change', one.organization, one.chip, one.status].join('-'),
            cells: [
              <a key="name" href={toOrganizationHref(one.organization)}>
                {one.organization_name}
              </a>,
              words[one.change],
              <a key="chip" href={toChipHref(one.chip)}>
                {one.chip_name}
              </a>,
              statuses[one.status],
              formatValue(one.before, 'accelerators'),
              formatValue(one.after, 'accelerators'),
            ],
          }))}
        />
      )}
    </section>
  );
  if (!isFolded) return section;
  return (
    <details className="mt-6 text-sm">
      <summary className="cursor-pointer text-accent">{label} against an earlier edition</summary>
      {section}
    </details>
  );
}

function describe({
  changes,
  unchanged,
  onlyChip,
  isFiltered,
  label,
  fromLabel,
}: EditionView): string {
  const count = (change: EditionChange['change']) =>
    changes.filter((one) => one.change === change).length;
  const scope = onlyChip
    ? ` Only ${onlyChip} is compared, because an edition that lists a single chip is silent about others.`
    : '';
  const part = isFiltered ? ', as far as the filters reach and of any status' : '';
  return `From ${fromLabel} to ${label}${part}: ${count('entered')} entered, ${count('left')} left, ${count('more')} grew, ${count('fewer')} shrank, ${unchanged} stayed as they were; counted by organization, chip and status.${scope} An edition also corrects the one before, so a change need not be a purchase.`;
}
