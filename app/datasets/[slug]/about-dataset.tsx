/** What a dataset’s page says of it: its facts, newest sources, columns and checks. */

import type { ReactNode } from 'react';
import { toFrozenHref } from '@/address/frozen-links';
import { toDatasetHref } from '@/address/links';
import { type Column, type Contract, toMeanings } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { CheckState, DatasetState } from '@/db/queries/dataset-states';
import type { SourceRow } from '@/db/queries/names';
import { formatCount } from '@/units/format-value';
import { formatDate } from '@/units/period';
import type { FreshSeries } from '@/views/freshness';
import type { PublishedChart } from '@/views/published-chart';
import { SeriesItem, SourceItem } from '../../_chart-block/source-list';
import { WithCode } from '../../_table/with-code';
import { List, ListItem } from '../../_ui/tremor';
import { licenseMeanings } from '../license';

/** What one wants to know of a dataset before using it, in one look. */
export function DatasetFacts({
  contract: { slug, grain, key, credit, license },
  rowCount,
  state,
  charts,
  series,
  today,
  snapshot,
}: {
  contract: Contract;
  rowCount: number;
  state: DatasetState | undefined;
  charts: readonly PublishedChart[];
  /** Those that it holds. */
  series: readonly FreshSeries[];
  /** The day, ISO, by which they may be overdue. */
  today: string;
  /** The frozen one that is shown; null: the present one. */
  snapshot: string | null;
}) {
  const newest = state?.newest_publication;
  return (
    <dl className="grid gap-x-8 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
      <Fact term="Rows">
        {formatCount(rowCount)}. {grain} {state && `Collected ${formatDate(state.collected_on)}.`}{' '}
        <a href={`${toDatasetHref(slug)}.atom`}>Changes as a feed</a>
      </Fact>
      <Fact term="Key">
        {key.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <code>{name}</code>
          </span>
        ))}
      </Fact>
      <Fact term="Credit">{credit}</Fact>
      <Fact term="License">{licenseMeanings[license]}</Fact>
      <Fact term={charts.length === 1 ? 'Chart drawn from it' : 'Charts drawn from it'}>
        {charts.length === 0
          ? 'None'
          : charts.map(({ slug, name }, index) => (
              <span key={slug}>
                {index > 0 && ', '}
                <a href={toFrozenHref(`/charts/${slug}`, snapshot)}>{name}</a>
              </span>
            ))}
      </Fact>
      {series.length > 0 ? (
        <Fact term={series.length === 1 ? 'Newest figure' : 'Newest figures'} isWide>
          <ul>
            {series.map((one) => (
              <SeriesItem key={one.series} series={one} today={today} />
            ))}
          </ul>
        </Fact>
      ) : (
        newest && <Fact term="Newest source">{formatDate(newest)}</Fact>
      )}
    </dl>
  );
}

function Fact({
  term,
  isWide = false,
  children,
}: {
  term: string;
  isWide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={isWide ? 'sm:col-span-full' : undefined}>
      <dt className="font-semibold">{term}</dt>
      <dd className="mt-0.5 text-muted">{children}</dd>
    </div>
  );
}

/** The newest documents behind a dataset. */
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
        <ul className="mt-2 grid gap-2 text-sm text-muted">
          {newest.map((source) => (
            <SourceItem key={source.source} source={source} />
          ))}
        </ul>
      )}
      {total > newest.length && (
        <p className="mt-2 text-sm text-muted">
          {total - newest.length} more: each row names its own, and all are in the{' '}
          <a href="/sources">list of sources</a>.
        </p>
      )}
    </section>
  );
}

/** Every column of a dataset: name, type, unit, meaning, what may stand in it. */
export function DataDictionary({ contract: { columns, key } }: { contract: Contract }) {
  return (
    <section id="columns" aria-labelledby="columns-heading" className="mt-10 scroll-mt-4">
      <h2 id="columns-heading" className="text-lg font-semibold tracking-tight">
        The columns
      </h2>
      <List className="mt-2">
        {Object.entries(columns).map(([name, column]) => (
          <ListItem
            key={name}
            className="grid items-start justify-normal gap-x-8 gap-y-1 py-3 sm:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <div className="min-w-0">
              <code className="break-words">{name}</code>
              <p className="text-muted">
                {column.label} · {toTypeWords(column)}
                {key.includes(name) && ' · key'}
                {column.optional && ' · may be blank'}
              </p>
            </div>
            <ColumnMeaning name={name} column={column} />
          </ListItem>
        ))}
      </List>
    </section>
  );
}

function ColumnMeaning({ name, column }: { name: string; column: Column }) {
  const range = toRangeWords(column);
  return (
    <div className="max-w-[70ch] min-w-0">
      <p>
        <WithCode text={column.meaning} />
        {range && ` ${range}`}
        {column.type === 'date' && column.precision === 'partial' && (
          <>
            {' '}
            Files also have its first day, <code>{`${name}_day`}</code>, and{' '}
            <code>{`${name}_precision`}</code>.
          </>
        )}
        {column.type === 'reference' && (
          <>
            {' '}
            Refers to{' '}
            <a href={`/datasets/${column.to}`}>
              {datasets.find(({ slug }) => slug === column.to)?.title ?? column.to}
            </a>
            .
          </>
        )}
      </p>
      {column.type === 'one-of' && (
        <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
          {Object.entries(toMeanings(column)).map(([value, explanation]) => (
            <div key={value} className="sm:contents">
              <dt>
                <code>{value}</code>
              </dt>
              <dd className="text-muted">
                <WithCode text={explanation} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function toTypeWords(column: Column): string {
  switch (column.type) {
    case 'text':
      return 'text';
    case 'slug':
      return 'short name';
    case 'url':
      return 'web address';
    case 'date':
      return column.precision === 'day' ? 'day' : 'day, month or year';
    case 'one-of':
      return `one of ${Object.keys(column.values).length} values`;
    case 'reference':
      return 'reference';
    default: {
      const kind = column.type === 'integer' ? 'whole number' : 'number';
      return column.unit ? `${kind}, ${column.unit}` : kind;
    }
  }
}

function toRangeWords(column: Column): string | null {
  if (column.type === 'text') return column.example ? `Looks like ${column.example}.` : null;
  if (column.type !== 'integer' && column.type !== 'number') return null;
  const { min, max } = column;
  if (min !== undefined && max !== undefined) return `From ${min} to ${max}.`;
  if (min !== undefined) return `Not below ${min}.`;
  return max === undefined ? null : `Not above ${max}.`;
}

/** The checks that a dataset has passed beyond those of single cells. */
export function CheckList({ checks }: { checks: readonly CheckState[] }) {
  return (
    <section id="checks" aria-labelledby="checks-heading" className="mt-10 scroll-mt-4">
      <h2 id="checks-heading" className="text-lg font-semibold tracking-tight">
        The checks
      </h2>
      <p className="mt-2 max-w-[70ch] text-sm text-muted">
        Every cell passed the <a href="/checks">checks</a> of its column
        {checks.length > 0 ? '. Beyond that:' : '.'}
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
