/** First, previous, next and last page of a table, as links. */
import { toTableHref } from '@/address/table-href';
import type { TablePage } from '@/catalog/table-page';
import type { Columns } from '@/data/contract';

export function Pager<C extends Columns>({
  view: { contract, table, preferred, pageCount },
  path,
}: {
  view: TablePage<C>;
  path: string;
}) {
  if (pageCount === 1) return null;
  const { page } = table;
  const steps = [
    ['First', 1, page > 1],
    ['Previous', page - 1, page > 1],
    ['Next', page + 1, page < pageCount],
    ['Last', pageCount, page < pageCount],
  ] as const;
  return (
    <nav
      aria-label="Pages of the table"
      className="no-print mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm"
    >
      <ul className="flex overflow-hidden rounded-tremor-default border border-rule">
        {steps.map(([label, target, leads]) => (
          <li key={label} className="border-rule not-first:border-l">
            {leads ? (
              <a
                href={`${toTableHref(path, contract, { ...table, page: target }, preferred)}#rows`}
                rel="nofollow"
                className="block px-3 py-1 no-underline"
              >
                {label}
              </a>
            ) : (
              <span className="block px-3 py-1 text-muted" aria-disabled="true">
                {label}
              </span>
            )}
          </li>
        ))}
      </ul>
      <span className="text-muted">
        Page {page} of {pageCount}
      </span>
    </nav>
  );
}
