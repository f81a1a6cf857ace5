/** What the table shows: which rows of how many, found by what, in which order. */
import { type TableQuery, toTableHref } from '@/address/table-href';
import { toFiltered } from '@/address/table-query';
import type { TablePage } from '@/catalog/table-page';
import { wordFilter } from '@/data/comparisons';
import type { Columns } from '@/data/contract';
import { formatCount } from '@/units/format-value';

export function RowRange<C extends Columns>({
  view,
  path,
  rowName = 'rows',
}: {
  view: TablePage<C>;
  path: string;
  /** What a row is, in the plural: "sources". */
  rowName?: string;
}) {
  const { contract, table, preferred, rows, firstRow, foundCount, wholeCount } = view;
  const { search, filters, sort } = table;
  const { columns, ...withoutColumns } = table;
  const toHref = (other: TableQuery) => `${toTableHref(path, contract, other, preferred)}#rows`;
  const narrowed = search !== '' || Object.keys(filters).length > 0;
  const everything = toHref({ ...table, search: '', filters: {}, page: 1 });
  return (
    <div className="my-3 flex flex-wrap items-baseline gap-x-4 gap-y-2 text-sm">
      <p role="status">
        {foundCount === 0 ? (
          <>No {rowName} match.</>
        ) : (
          <>
            <strong className="font-semibold">
              {formatCount(firstRow)}
              {rows.length > 1 && `–${formatCount(firstRow + rows.length - 1)}`}
            </strong>{' '}
            of {formatCount(foundCount)} {foundCount === 1 ? rowName.replace(/s$/, '') : rowName}
          </>
        )}
        {narrowed && <span className="text-muted"> ({formatCount(wholeCount)} in all)</span>}
      </p>
      {columns && (
        <p className="text-muted">
          {columns.length} of {Object.keys(contract.columns).length} columns ·{' '}
          <a href={toHref(withoutColumns)}>all columns</a>
        </p>
      )}
      {narrowed && (
        <ul className="flex flex-wrap gap-2" aria-label="Narrowed by">
          {search && <Chip href={toHref({ ...table, search: '', page: 1 })} text={`“${search}”`} />}
          {Object.entries(filters).map(([name, value]) => (
            <Chip
              key={name}
              href={toHref(toFiltered(table, name, undefined))}
              text={wordFilter(contract.columns, name, value)}
            />
          ))}
          <li>
            <a href={everything}>Show all {rowName}</a>
          </li>
        </ul>
      )}
      {sort.length > 0 && (
        <p className="text-muted">
          Sorted by{' '}
          {sort.map((key) => toSortWords(contract.columns[key.column]?.label, key)).join(', then ')}
          {sort !== preferred && (
            <>
              {' · '}
              <a href={toHref({ ...table, sort: preferred, page: 1 })}>usual order</a>
            </>
          )}
        </p>
      )}
    </div>
  );
}

function Chip({ href, text }: { href: string; text: string }) {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return (
    <li>
      <a
        href={href}
        aria-label={`Remove ${short}`}
        className="rounded-tremor-default border border-rule bg-raised px-2 py-0.5 text-ink no-underline"
      >
        {short} <span aria-hidden="true">×</span>
      </a>
    </li>
  );
}

function toSortWords(label = '', { descending }: { descending: boolean }): string {
  return `${label} ${descending ? '↓' : '↑'}`;
}
