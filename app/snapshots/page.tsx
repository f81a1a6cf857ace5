import type { Metadata } from 'next';
import { Fragment } from 'react';
import type { Query } from '@/address/parameters';
import { getSnapshotsView, wordAccepted } from '@/catalog/snapshots';
import type { KeptSnapshot } from '@/db/kept-snapshots';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { Corrections } from '../_ui/corrections';
import { FIELD } from '../_ui/field';
import { FiguresTable } from '../_ui/figures-table';
import { PageHeading } from '../_ui/page-heading';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { ChangeList } from './change-list';
import { ShownThen } from './shown-then';

export const metadata: Metadata = {
  title: 'Snapshots',
  description: describeSitePage('/snapshots'),
  ...toPageHead('/snapshots'),
};

export default async function SnapshotsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { snapshots, comparison, shown, corrections } = getSnapshotsView(await searchParams);
  return (
    <>
      <PageHeading title="Which figures were shown when, and what has changed?">
        Each publication of the data is a snapshot, named by its content. Charts, tables, downloads
        and embeds take <code>?snapshot=</code> and one of these names, and then keep showing the
        figures as they were. <a href="/snapshots.atom">Changes as an Atom feed</a>.
      </PageHeading>
      <Corrections corrections={corrections} />
      <SnapshotTable snapshots={snapshots} />
      {shown && <ShownThen snapshot={shown} />}
      <section aria-labelledby="changes" className="mt-10">
        <h2 id="changes" className="mb-3 text-lg font-semibold tracking-tight">
          What changed
        </h2>
        {comparison ? (
          <>
            <form
              method="get"
              action="/snapshots"
              className="flex flex-wrap items-end gap-3 text-sm"
            >
              <Pick name="from" label="From" value={comparison.older.id} snapshots={snapshots} />
              <Pick name="to" label="To" value={comparison.newer.id} snapshots={snapshots} />
              <button
                type="submit"
                className="rounded-tremor-default border border-rule bg-raised px-3 py-1"
              >
                Compare
              </button>
            </form>
            <ChangeList comparison={comparison} />
          </>
        ) : (
          <p>Only one snapshot is kept so far; the next publication will be compared with it.</p>
        )}
      </section>
    </>
  );
}

function SnapshotTable({ snapshots }: { snapshots: readonly KeptSnapshot[] }) {
  return (
    <FiguresTable
      caption="Kept snapshots, the latest published first"
      columns={[
        { label: 'Snapshot' },
        { label: 'Published (UTC)' },
        { label: 'Collected' },
        { label: 'Rows', align: 'right' },
        { label: 'Since the one before' },
        { label: 'Charts and tables' },
        { label: 'All tables' },
      ]}
      rows={snapshots.map(({ id, published_at, collected_on, row_count, accepted }, index) => {
        const before = snapshots[index + 1];
        const present = index === 0 ? ' (present)' : '';
        return {
          id: `snapshot-${id}`,
          cells: [
            <span key="id">
              <code>{id}</code>
              {present}
            </span>,
            published_at.slice(0, 16).replace('T', ' '),
            formatDate(collected_on),
            row_count.toLocaleString('en-US'),
            <Fragment key="changes">
              {before ? (
                <a
                  href={`/snapshots?from=${before.id}&to=${id}#changes`}
                  aria-label={`What changed in ${id}`}
                >
                  What changed
                </a>
              ) : (
                MISSING
              )}
              {accepted !== null && (
                <p className="max-w-[40ch] whitespace-normal">{wordAccepted(accepted)}</p>
              )}
            </Fragment>,
            <a
              key="shown"
              href={`/snapshots?of=${id}#shown`}
              aria-label={`Charts and tables of ${id}`}
            >
              As it was
            </a>,
            <a
              key="database"
              href={`/download/tracker.sqlite?snapshot=${id}`}
              aria-label={`SQLite database of ${id}`}
            >
              SQLite
            </a>,
          ],
        };
      })}
    />
  );
}

function Pick({
  name,
  label,
  value,
  snapshots,
}: {
  name: string;
  label: string;
  value: string;
  snapshots: readonly KeptSnapshot[];
}) {
  return (
    <label className="grid gap-1">
      <span className="text-muted">{label}</span>
      <select key={value} name={name} defaultValue={value} className={FIELD}>
        {snapshots.map(({ id, published_at }) => (
          <option key={id} value={id}>
            {id}, {published_at.slice(0, 10)}
          </option>
        ))}
      </select>
    </label>
  );
}
