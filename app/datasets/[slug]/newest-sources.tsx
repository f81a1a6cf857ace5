/** The newest documents behind a dataset. */
import type { SourceRow } from '@/db/queries/names';
import { formatDate } from '@/units/period';
import { SourceTitle } from '../../_ui/source-title';

export function NewestSources({ newest, total }: { newest: readonly SourceRow[]; total: number }) {
  return (
    <section aria-labelledby="sources-heading" className="mt-10 max-w-[70ch]">
      <h2 id="sources-heading" className="text-lg font-semibold tracking-tight">
        {total > newest.length ? 'The newest sources' : 'The sources'}
      </h2>
      {total === 0 ? (
        <p className="mt-2 text-sm text-muted">
          Its rows name no source: they are general knowledge or definitions.
        </p>
      ) : (
        <ul className="mt-2 grid gap-2 text-sm">
          {newest.map((source) => (
            <li key={source.source} className="text-muted">
              <SourceTitle source={source} />, {source.publisher}
              {source.published_on && `, ${formatDate(source.published_on)}`}
            </li>
          ))}
        </ul>
      )}
      {total > newest.length && (
        <p className="mt-2 text-sm text-muted">
          {total - newest.length} more: each row names its own, and all stand in the{' '}
          <a href="/sources">list of sources</a>.
        </p>
      )}
    </section>
  );
}
