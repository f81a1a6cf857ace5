/** Kinds of documents as links, each with how many of them the search finds. */

import { toFiltered, toTableHref } from '@/address/table-query';
import type { SourceView } from '@/catalog/source-view';
import { toMeanings } from '@/data/contract';
import { sources } from '@/data/sources/contract';

export function KindLinks({
  view: { contract, table, preferred },
  kinds,
  path,
}: Pick<SourceView, 'view' | 'kinds'> & { path: string }) {
  const explanations: Readonly<Record<string, string>> = toMeanings(sources.columns.kind);
  const total = kinds.reduce((sum, { rows }) => sum + rows, 0);
  const links = [
    { kind: undefined, label: 'All', rows: total, title: undefined },
    ...kinds.map(({ kind, rows }) => ({
      kind,
      label: toLabel(kind),
      rows,
      title: explanations[kind],
    })),
  ];
  return (
    <nav aria-label="Kind" className="no-print mb-3 text-sm">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ kind, label, rows, title }) => {
          const isOpen = table.filters.kind === kind;
          return (
            <li key={label}>
              <a
                href={toTableHref(path, contract, toFiltered(table, 'kind', kind), preferred)}
                title={title}
                aria-current={isOpen ? 'true' : undefined}
                className={`block no-underline rounded-tremor-default border border-rule px-3 py-1 ${
                  isOpen ? 'bg-raised font-medium text-ink' : 'text-accent'
                }`}
              >
                {label} <span className="text-muted">{rows}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** press-release → Press release. */
function toLabel(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
