/** A list that is found while one types, narrowed, and read page by page. */
import type { ReactNode } from 'react';
import type { FoundRows } from '@/address/found-rows';
import { formatCount } from '@/units/format-value';
import { FilterForm } from './filter-form';
import { WrongName } from './wrong-name';

interface Props {
  table: FoundRows<unknown>;
  /** Names the form: "Find a data center". */
  label: string;
  /** What is looked for, one and several: "data center", "sites". */
  words: { readonly one: string; readonly several: string; readonly hint: string };
  path: string;
  /** The list on its page, as in "#sites". */
  place?: string;
  kept: Readonly<Record<string, string>>;
  toPageHref: (page: number) => string;
  /** The table of the rows; left out where none is found. */
  children: ReactNode;
}

export function FoundList(props: Props) {
  const { table, label, words, path, place = '', kept, toPageHref, children } = props;
  const { search, offered, near, rows, firstRow, found, whole } = table;
  return (
    <>
      <FilterForm
        label={label}
        action={`${path}${place}`}
        search={{ name: 'q', value: search, hint: words.hint }}
        choices={offered}
        kept={kept}
      />
      {found === 0 && search !== '' ? (
        <WrongName
          kind={words.one}
          found={search}
          near={near.map(({ name, href }) => ({ label: name, href }))}
          all={{ label: `all ${whole} ${words.several}`, href: path }}
        />
      ) : (
        <p role="status" className="mt-3 text-sm text-muted">
          {found === 0
            ? `No ${words.several} match. `
            : `${firstRow}–${firstRow + rows.length - 1} of ${formatCount(found)}${found < whole ? ` (${formatCount(whole)} in all)` : ''}`}
          {found === 0 && <a href={path}>Clear the filter</a>}
        </p>
      )}
      {found > 0 && children}
      <PageSteps table={table} toPageHref={toPageHref} />
    </>
  );
}

/** The pages before and after one; nothing where there is but one. */
export function PageSteps({
  table: { page, pageCount },
  toPageHref,
}: {
  table: Pick<FoundRows<unknown>, 'page' | 'pageCount'>;
  toPageHref: (page: number) => string;
}) {
  if (pageCount === 1) return null;
  return (
    <nav aria-label="Pages of the table" className="no-print mt-3 flex gap-4 text-sm">
      {page > 1 && <a href={toPageHref(page - 1)}>Previous</a>}
      <span className="text-muted">
        Page {page} of {pageCount}
      </span>
      {page < pageCount && <a href={toPageHref(page + 1)}>Next</a>}
    </nav>
  );
}
