/** Every column of a dataset: name, type, unit, meaning, what may stand in it. */
import { type Column, type Contract, toMeanings } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { WithCode } from '../../_table/with-code';
import { List, ListItem } from '../../_ui/tremor';

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
            <ColumnMeaning column={column} />
          </ListItem>
        ))}
      </List>
    </section>
  );
}

function ColumnMeaning({ column }: { column: Column }) {
  const range = toRangeWords(column);
  return (
    <div className="max-w-[70ch] min-w-0">
      <p>
        <WithCode text={column.meaning} />
        {range && ` ${range}`}
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
