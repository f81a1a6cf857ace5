/** The checks that a dataset has passed beyond those of single cells. */
import type { CheckState } from '@/db/queries/dataset-states';
import { WithCode } from '../../_table/with-code';
import { List, ListItem } from '../../_ui/tremor';

export function CheckList({ checks }: { checks: readonly CheckState[] }) {
  return (
    <section id="checks" aria-labelledby="checks-heading" className="mt-10 scroll-mt-4">
      <h2 id="checks-heading" className="text-lg font-semibold tracking-tight">
        The checks
      </h2>
      <p className="mt-2 max-w-[70ch] text-sm text-muted">
        Every cell has been checked against its column: type, range, allowed values, and that what
        it refers to exists. No two rows share a key.
        {checks.length > 0 && ' Beyond that:'}
      </p>
      {checks.length > 0 && (
        <List className="mt-2">
          {checks.map(({ name, explanation, state }) => (
            <ListItem
              key={name}
              className="grid items-start justify-normal gap-x-8 gap-y-1 py-3 sm:grid-cols-[16rem_minmax(0,1fr)]"
            >
              <div className="min-w-0">
                <code className="break-words">{name}</code>
                <p className="text-muted">
                  <span aria-hidden="true">✓ </span>
                  {state}
                </p>
              </div>
              <p className="max-w-[70ch]">
                <WithCode text={explanation} />
              </p>
            </ListItem>
          ))}
        </List>
      )}
    </section>
  );
}
