/** The rows that the table's address selects, all of its pages, in every format. */
import { toTableHref } from '@/address/table-query';
import type { TableView } from '@/catalog/table-view';
import { listFormats } from '@/exports/formats';

export function SelectionFiles({ view: { contract, table, foundCount } }: { view: TableView }) {
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
