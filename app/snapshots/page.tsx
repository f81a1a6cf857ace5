import { Fragment } from 'react';
import { toFrozenHref } from '@/address/frozen-links';
import { toDatasetHref } from '@/address/links';
import { publishedCharts } from '@/catalog/published';
import {
  getSnapshotsView,
  type SnapshotComparison,
  wordAccepted,
  wordChanges,
  wordRow,
} from '@/catalog/snapshots';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { DatasetChanges } from '@/db/changes';
import type { KeptSnapshot } from '@/db/kept-snapshots';
import { calculators } from '@/subjects/calculators/calculators';
import { revisions } from '@/subjects/reconciliation/revisions';
import { formatCount, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { FIELD } from '../_ui/field';
import { FiguresTable } from '../_ui/figures-table';
import { PageHeading } from '../_ui/headings';
import { Corrections, leaveOut } from '../_ui/notices';
import { asPicture, type PageProps, toSiteHead } from '../page-head';

export const metadata = toSiteHead('/snapshots', asPicture(revisions));

export default async function SnapshotsPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const { snapshots, comparison, shown, corrections } = getSnapshotsView(query);
  leaveOut('/snapshots', query, corrections);
  return (
    <>
      <PageHeading title="Snapshots">
        Every published version of the data, and what changed between two.{' '}
        <a href="/snapshots.atom">Changes as a feed</a>
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
            formatCount(row_count),
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
              aria-label={`As it was: charts and tables of ${id}`}
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

/** The rows that differ between two snapshots, by dataset and key. */
function ChangeList({ comparison: { older, newer, changes } }: { comparison: SnapshotComparison }) {
  if (changes.length === 0) {
    return (
      <p className="mt-4">
        No row differs between <code>{older.id}</code> and <code>{newer.id}</code>.
      </p>
    );
  }
  return changes.map((change) => <DatasetChange key={change.dataset} change={change} />);
}

function DatasetChange({ change }: { change: DatasetChanges }) {
  const contract: Contract | undefined = datasets.find(({ slug }) => slug === change.dataset);
  const count = change.added + change.changed + change.removed;
  return (
    <details className="mt-3 border-t pt-2" open={change.rows.length <= 20}>
      <summary className="cursor-pointer">
        <strong className="font-semibold">{contract?.title ?? change.dataset}</strong>:{' '}
        {wordChanges(change)}
      </summary>
      <p className="mt-1 text-sm">
        <a href={`/datasets/${change.dataset}`}>{change.dataset}</a>
        {count > change.rows.length &&
          ` · ${change.rows.length} of ${formatCount(count)} rows are listed; downloads of both snapshots hold all`}
      </p>
      <ul className="mt-2 grid gap-1 text-sm">
        {change.rows.map((row) => (
          <li key={`${row.change} ${row.key.join(' ')}`}>
            <span className="text-muted">{row.change}</span>{' '}
            <strong className="font-semibold">{row.key.join(', ')}</strong>
            {wordRow(row, contract)}
          </li>
        ))}
      </ul>
    </details>
  );
}

const PARTS = [
  {
    name: 'Charts',
    pages: publishedCharts.map(({ slug, name }) => ({ name, href: `/charts/${slug}` })),
  },
  {
    name: 'Datasets',
    pages: datasets.map(({ slug, title }) => ({ name: title, href: toDatasetHref(slug) })),
  },
  {
    name: 'Calculators',
    pages: calculators.map(({ slug, name }) => ({ name, href: `/calculators/${slug}` })),
  },
];

/** Where the figures of one snapshot can be seen: its charts, tables and calculators. */
function ShownThen({ snapshot: { id, collected_on } }: { snapshot: KeptSnapshot }) {
  return (
    <section id="shown" aria-labelledby="shown-heading" className="mt-10 scroll-mt-4">
      <h2 id="shown-heading" className="text-lg font-semibold tracking-tight">
        What snapshot <code>{id}</code> shows
      </h2>
      <p className="mt-1 max-w-[70ch] text-sm text-muted">
        Collected {formatDate(collected_on)}. These addresses still show its figures; charts and
        tables that were added later say so.
      </p>
      {PARTS.map(({ name, pages }) => (
        <details key={name} className="mt-2 text-sm">
          <summary className="cursor-pointer text-accent">
            {name} ({pages.length})
          </summary>
          <ul className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
            {pages.map((page) => (
              <li key={page.href}>
                <a href={toFrozenHref(page.href, id)}>{page.name}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
