/** Every cell of a figure's row with what it means, and the row's line in the CSV. */
import type { Evidence } from '@/catalog/evidence';
import { type Column, toMeanings } from '@/data/contract';
import { MISSING } from '@/units/format-value';
import { toReferenceHref } from '../../../_table/raw-cell';
import { List, ListItem } from '../../../_ui/tremor';

export function EvidenceFacts({
  evidence,
  snapshot,
}: {
  evidence: Evidence;
  /** The frozen one that is shown; null: the present one. */
  snapshot: string | null;
}) {
  const { contract, row, word } = evidence;
  const columns = Object.entries(contract.columns);
  const known = columns.filter(([name]) => row[name] !== null);
  const blank = columns.filter(([name]) => row[name] === null);
  return (
    <section aria-labelledby="row" className="min-w-0">
      <h2 id="row" className="text-lg font-semibold tracking-tight">
        What is known of it
      </h2>
      <List className="mt-1">
        {known.map(([name, column]) => (
          <ListItem
            key={name}
            className="grid items-start justify-normal gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[10rem_minmax(0,1fr)]"
          >
            <span className="text-muted" title={column.meaning}>
              {column.label}
            </span>
            <div className="min-w-0 break-words">
              <FactValue
                column={column}
                value={String(row[name])}
                words={word(name) ?? MISSING}
                snapshot={snapshot}
              />
            </div>
          </ListItem>
        ))}
      </List>
      <p className="mt-3 text-sm text-muted">
        {blank.length > 0 &&
          `Not known: ${blank.map(([, { label }]) => label.toLowerCase()).join(', ')}. `}
        Line {row.line} of <code>{`data/${contract.slug}/${contract.slug}.csv`}</code>.
      </p>
    </section>
  );
}

function FactValue({
  column,
  value,
  words,
  snapshot,
}: {
  column: Column;
  value: string;
  words: string;
  snapshot: string | null;
}) {
  switch (column.type) {
    case 'reference':
      return <a href={toReferenceHref(column.to, value, snapshot)}>{words}</a>;
    case 'url':
      return <a href={value}>{value}</a>;
    case 'one-of':
      return (
        <>
          {words} <span className="block text-muted">{toMeanings(column)[value]}</span>
        </>
      );
    default:
      return words;
  }
}
