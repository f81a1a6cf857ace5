/** The dataset's own rows: searched, filtered, sorted and paged by address. */
import { Fragment } from 'react';
import { toFrozenHref } from '@/address/frozen-links';
import { toEvidenceHref } from '@/address/links';
import { toTableHref } from '@/address/table-href';
import { listEvidenceColumns } from '@/catalog/evidence-declarations';
import type { FilterChoice, TablePage } from '@/catalog/table-page';
import { type Column, toTableColumns } from '@/data/contract';
import { sources } from '@/data/sources/contract';
import { listOfferedFiles } from '@/exports/formats';
import { toFormatHref } from '@/exports/links';
import { toCell, toColumnHead } from '../../_table/dataset-columns';
import { Pager } from '../../_table/pager';
import { RowRange } from '../../_table/row-range';
import { TableForm } from '../../_table/table-form';
import { FiguresTable } from '../../_ui/figures-table';

export function DatasetRows({
  view,
  path,
  choices,
  grades,
}: {
  view: TablePage;
  path: string;
  choices: readonly FilterChoice[];
  /** Source → its grade in words, of those that are marked. */
  grades: ReadonlyMap<string, string>;
}) {
  const { contract, rows } = view;
  const snapshot = view.table.snapshot ?? null;
  const columns = toTableColumns(contract, view.table.columns);
  const evident = new Set(listEvidenceColumns(contract));
  return (
    <section id="rows" aria-labelledby="rows-heading" className="mt-10 scroll-mt-4">
      <h2 id="rows-heading" className="mb-3 text-lg font-semibold tracking-tight">
        The table
      </h2>
      <TableForm view={view} path={path} choices={choices} hint="Words of any column" hasColumns />
      <RowRange view={view} path={path} />
      {rows.length > 0 ? (
        <FiguresTable
          caption={`${contract.title}. ${contract.grain}`}
          columns={columns.map((column) => toColumnHead(view, path, column))}
          rows={rows.map((row) => ({
            id: `line-${row.line}`,
            cells: columns.map(({ id, read }) => {
              const column = contract.columns[id]!;
              const value = read(row);
              const cell = toCell(column, value, snapshot);
              const grade = isSource(column) && grades.get(String(value));
              if (grade) {
                return (
                  <Fragment key={id}>
                    {cell} <small>{grade}</small>
                  </Fragment>
                );
              }
              if (!evident.has(id) || value === null) return cell;
              return (
                <a key={id} href={toFrozenHref(toEvidenceHref(contract, row), snapshot)}>
                  {cell}
                </a>
              );
            }),
          }))}
          box="whole"
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
        Values as in <code>{`data/${contract.slug}/${contract.slug}.csv`}</code>; “–” means unknown,
        never zero.{' '}
        {evident.size > 0 && 'A linked figure or name leads to all that is known of its row. '}A
        click on a header sorts; a second column settles ties.
      </p>
    </section>
  );
}

const isSource = (column: Column): boolean =>
  column.type === 'reference' && column.to === sources.slug;

/** The rows that the table's address selects, all of its pages, in every format. */
function SelectionFiles({ view: { contract, table, foundCount } }: { view: TablePage }) {
  if (foundCount === 0) return null;
  const href = toTableHref(`/datasets/${contract.slug}`, contract, { ...table, page: 1 });
  return (
    <p className="no-print mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">
        {foundCount === 1
          ? 'Download the row'
          : `Download all ${foundCount.toLocaleString('en-US')} rows`}{' '}
        as
      </span>
      {listOfferedFiles('dataset', ['data', 'bundle', 'citation']).map((file) => (
        <a
          key={file.name}
          href={toFormatHref({ href }, file.extension, file.values)}
          title={file.purpose}
          download=""
        >
          {file.name}
        </a>
      ))}
    </p>
  );
}
