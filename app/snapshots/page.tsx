import { Card, Table, TableBody, TableHead, TableHeaderCell, TableRow } from '@tremor/react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { Query } from '@/catalog/parameters';
import { getSnapshotsView } from '@/catalog/snapshots';
import type { KeptSnapshot } from '@/db/kept-snapshots';
import { formatDate } from '@/units/period';
import { Corrections } from '../ui/corrections';
import { PageHeading } from '../ui/page-heading';
import { ChangeList } from './change-list';

export const metadata: Metadata = {
  title: 'Snapshots',
  description: 'Every published state of the data that is kept, and what changed between two.',
  alternates: { types: { 'application/atom+xml': '/snapshots.atom' } },
};

export default async function SnapshotsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { snapshots, comparison, corrections } = getSnapshotsView(await searchParams);
  return (
    <>
      <PageHeading title="Which figures were shown when, and what has changed?">
        Each publication of the data is a snapshot, named by its content. Charts, tables, downloads
        and embeds take <code>?snapshot=</code> and one of these names, and then keep showing the
        figures as they were. <a href="/snapshots.atom">Changes as an Atom feed</a>.
      </PageHeading>
      <Corrections corrections={corrections} />
      <SnapshotTable snapshots={snapshots} />
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
    <Card className="overflow-hidden p-0">
      <section
        aria-label="Snapshots"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <Table className="data-table text-sm">
          <caption className="sr-only">Kept snapshots, the latest published first</caption>
          <TableHead>
            <TableRow>
              <TableHeaderCell scope="col">Snapshot</TableHeaderCell>
              <TableHeaderCell scope="col">Published (UTC)</TableHeaderCell>
              <TableHeaderCell scope="col">Collected</TableHeaderCell>
              <TableHeaderCell scope="col" className="text-right">
                Rows
              </TableHeaderCell>
              <TableHeaderCell scope="col">Since the one before</TableHeaderCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {snapshots.map(({ id, published_at, collected_on, row_count }, index) => {
              const before = snapshots[index + 1];
              return (
                <tr key={id}>
                  <th scope="row" className="text-left font-normal">
                    <code>{id}</code>
                    {index === 0 && ' (present)'}
                  </th>
                  <td>{published_at.slice(0, 16).replace('T', ' ')}</td>
                  <td>{formatDate(collected_on)}</td>
                  <td className="text-right">{row_count.toLocaleString('en-US')}</td>
                  <td>
                    {before ? (
                      <Link
                        href={`/snapshots?from=${before.id}&to=${id}#changes`}
                        prefetch={false}
                        aria-label={`What changed in ${id}`}
                      >
                        What changed
                      </Link>
                    ) : (
                      '–'
                    )}
                  </td>
                </tr>
              );
            })}
          </TableBody>
        </Table>
      </section>
    </Card>
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
      <select
        key={value}
        name={name}
        defaultValue={value}
        className="rounded-tremor-default border border-rule bg-card px-2 py-1"
      >
        {snapshots.map(({ id, published_at }) => (
          <option key={id} value={id}>
            {id}, {published_at.slice(0, 10)}
          </option>
        ))}
      </select>
    </label>
  );
}
