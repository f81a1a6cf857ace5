/** The dataset's own rows: searched, filtered, sorted and paged by address. */
import { toFrozenHref } from '@/address/frozen-links';
import { toEvidenceHref } from '@/address/links';
import { toTableHref } from '@/address/table-query';
import { listEvidenceColumns } from '@/catalog/evidence-declarations';
import type { FilterChoice, TableView } from '@/catalog/table-view';
import { listFormats } from '@/exports/formats';
import { Pager } from '../../_table/pager';
import { QueryTable } from '../../_table/query-table';
import { toCell, toHeader } from '../../_table/raw-cell';
import { RowRange } from '../../_table/row-range';
import { TableForm } from '../../_table/table-form';

export function DatasetRows({
  view,
  path,
  choices,
}: {
  view: TableView;
  path: string;
  choices: readonly FilterChoice[];
}) {
  const { contract, rows } = view;
  const snapshot = view.table.snapshot ?? null;
  const chosen = view.table.columns ?? Object.keys(contract.columns);
  const columns = Object.entries(contract.columns).filter(([name]) => chosen.includes(name));
  const evident = new Set(listEvidenceColumns(contract));
  return (
    <section id="rows" aria-labelledby="rows-heading" className="mt-10 scroll-mt-4">
      <h2 id="rows-heading" className="mb-3 text-lg font-semibold tracking-tight">
        The table
      </h2>
      <TableForm view={view} path={path} choices={choices} hint="Words of any column" hasColumns />
      <RowRange view={view} path={path} />
      {rows.length > 0 ? (
        <QueryTable
          view={view}
          path={path}
          caption={`${contract.title}. ${contract.grain}`}
          headers={columns.map(([name, column]) => toHeader(name, column))}
          rows={rows.map((row) => ({
            id: String(row.line),
            cells: columns.map(([name, column]) => {
              const cell = toCell(column, row[name] ?? null, snapshot);
              if (!evident.has(name) || row[name] === null) return cell;
              const href = toFrozenHref(toEvidenceHref(contract, row), snapshot);
              return { ...cell, content: <a href={href}>{cell.content}</a> };
            }),
          }))}
        />
      ) : (
        <p className="text-sm">
          Try fewer or shorter words, or{' '}
          <a
            href={`${toTableHref(path, contract, { search: '', filters: {}, sort: [], page: 1, snapshot: view.table.snapshot })}#rows`}
          >
            clear search and filters
          </a>
          .
        </p>
      )}
      <Pager view={view} path={path} />
      <SelectionFiles view={view} />
      <p className="mt-2 text-xs text-muted">
        Values as they stand in <code>{`data/${contract.slug}/${contract.slug}.csv`}</code>; “–”
        means unknown, never zero.{' '}
        {evident.size > 0 && 'A linked figure or name leads to all that is known of its row. '}A
        click on a header sorts; a second column settles ties.
      </p>
    </section>
  );
}

/** The rows that the table's address selects, all of its pages, in every format. */
function SelectionFiles({ view: { contract, table, foundCount } }: { view: TableView }) {
  if (foundCount === 0) return null;
  const offered = listFormats('dataset').filter(({ kind }) => kind !== 'description');
  const toHref = (extension: string, more = '') => {
    const href = toTableHref(`/datasets/${contract.slug}.${extension}`, contract, {
      ...table,
      page: 1,
    });
    return more ? `${href}${href.includes('?') ? '&' : '?'}${more}` : href;
  };
  return (
    <p className="no-print mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">
        {foundCount === 1
          ? 'Download the row'
          : `Download all ${foundCount.toLocaleString('en-US')} rows`}{' '}
        as
      </span>
      {offered.map(({ extension, name, purpose }) => (
        <a key={extension} href={toHref(extension)} title={purpose}>
          {name}
        </a>
      ))}
      <a href={toHref('csv', 'for=spreadsheet')} title="Opens right and runs no formulas">
        CSV for spreadsheets
      </a>
    </p>
  );
}
