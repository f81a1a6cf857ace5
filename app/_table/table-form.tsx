/** Search and filters of a table: one form that sends an address. */
import { LONGEST_WORDS } from '@/address/parameters';
import { toSortText } from '@/address/sort-keys';
import { type TableQuery, toFilterText } from '@/address/table-href';
import type { TablePage } from '@/catalog/table-page';
import { COMPARISONS, toFilterName } from '@/data/comparisons';
import type { Columns, Contract } from '@/data/contract';
import type { FilterChoice } from '@/db/filter-choices';
import { BUTTON, FIELD } from '../_ui/field';

export function TableForm<C extends Columns>({
  view: { contract, table, preferred },
  path,
  choices = [],
  hint,
  hasColumns = false,
}: {
  view: TablePage<C>;
  path: string;
  /** Columns to filter by; other filters of the address are kept. */
  choices?: readonly FilterChoice[];
  /** What one may search for. */
  hint: string;
  /** Whether columns can be chosen, and rows by their numbers and dates. */
  hasColumns?: boolean;
}) {
  const sort = toSortText(table.sort);
  const ranges = hasColumns ? listRanges(contract) : [];
  const offered = new Set([
    ...choices.map(({ column }) => column),
    ...ranges.flatMap(({ ends }) => ends.map(({ name }) => name)),
  ]);
  const kept = Object.entries(table.filters).filter(([name]) => !offered.has(name));
  const isFiltered = [...offered].some((name) => Object.hasOwn(table.filters, name));
  return (
    <search aria-label={contract.title}>
      <form action={`${path}#rows`} data-follows="q" className="no-print grid gap-3 text-sm">
        {sort !== toSortText(preferred) && <input type="hidden" name="sort" value={sort} />}
        {table.snapshot && <input type="hidden" name="snapshot" value={table.snapshot} />}
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={toFilterText(value)} />
        ))}
        <div className="flex flex-wrap items-center gap-2">
          <label htmlFor="table-search" className="text-muted">
            Search
          </label>
          <input
            id="table-search"
            type="search"
            name="q"
            defaultValue={table.search}
            data-standing=""
            maxLength={LONGEST_WORDS}
            placeholder={hint}
            className={`${FIELD} min-w-0 flex-1 placeholder:text-muted sm:w-72 sm:flex-none`}
          />
          <button type="submit" className={BUTTON}>
            Search
          </button>
        </div>
        {offered.size > 0 && (
          <details open={isFiltered}>
            <summary className="w-fit cursor-pointer text-accent">Filter by column</summary>
            <div className="mt-2 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-5">
              {choices.map((choice) => (
                <FilterSelect
                  key={choice.column}
                  choice={choice}
                  value={table.filters[choice.column]}
                />
              ))}
              {ranges.map((range) => (
                <RangeFields key={range.label} range={range} filters={table.filters} />
              ))}
            </div>
            <button type="submit" className={`mt-3 ${BUTTON}`}>
              Apply filters
            </button>
          </details>
        )}
        {hasColumns && <ColumnBoxes contract={contract} chosen={table.columns} />}
      </form>
    </search>
  );
}

function ColumnBoxes({
  contract: { columns },
  chosen,
}: {
  contract: Contract;
  chosen: readonly string[] | undefined;
}) {
  const names = Object.keys(columns);
  return (
    <details open={chosen !== undefined}>
      <summary className="w-fit cursor-pointer text-accent">
        Columns ({chosen ? `${chosen.length} of ${names.length}` : `all ${names.length}`})
      </summary>
      <fieldset className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        <legend className="sr-only">Columns to show</legend>
        {names.map((name) => (
          <label key={name} className="flex items-center gap-1.5" title={columns[name]!.meaning}>
            <input
              type="checkbox"
              name="columns"
              value={name}
              defaultChecked={chosen?.includes(name) ?? true}
              className="accent-accent"
            />
            {columns[name]!.label}
          </label>
        ))}
      </fieldset>
      <button type="submit" className={`mt-3 ${BUTTON}`}>
        Apply columns
      </button>
    </details>
  );
}

interface RangeFilter {
  readonly label: string;
  readonly example: string;
  readonly ends: readonly { readonly name: string; readonly words: string }[];
}

/** Ends of what is measured and dated, both included; numbers without a unit are names. */
function listRanges({ columns }: Contract): RangeFilter[] {
  return Object.entries(columns).flatMap(([name, column]) => {
    const isDate = column.type === 'date';
    const unit = column.type === 'integer' || column.type === 'number' ? column.unit : null;
    if (!isDate && unit === null) return [];
    const ends = (['gte', 'lte'] as const).map((end) => ({
      name: toFilterName(name, end),
      words: COMPARISONS[end][isDate ? 'date' : 'number'],
    }));
    const label = unit === null ? column.label : `${column.label}, ${unit}`;
    return [{ label, example: isDate ? '2024-06' : '', ends }];
  });
}

function RangeFields({
  range: { label, example, ends },
  filters,
}: {
  range: RangeFilter;
  filters: TableQuery['filters'];
}) {
  return (
    <fieldset className="grid min-w-0 grid-cols-2 gap-1">
      <legend className="mb-1 text-xs text-muted">{label}</legend>
      {ends.map(({ name, words }) => (
        <input
          key={name}
          name={name}
          aria-label={`${label}: ${words}`}
          placeholder={`${words} ${example}`.trim()}
          defaultValue={filters[name] ?? ''}
          data-standing=""
          inputMode={example ? undefined : 'decimal'}
          className={`${FIELD} w-full min-w-0 placeholder:text-muted`}
        />
      ))}
    </fieldset>
  );
}

function FilterSelect({
  choice: { column, label, values },
  value,
}: {
  choice: FilterChoice;
  value: string | number | null | undefined;
}) {
  const id = `filter-${column}`;
  // A value that no row has still is what the address asks for.
  const offered = value === undefined || values.includes(value) ? values : [value, ...values];
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <select
        id={id}
        name={column}
        defaultValue={value === undefined ? '' : toFilterText(value)}
        data-standing=""
        className={`${FIELD} w-full min-w-0`}
      >
        <option value="">any</option>
        {offered.map((one) => (
          <option key={toFilterText(one)} value={toFilterText(one)}>
            {one === null ? '(blank)' : one}
          </option>
        ))}
      </select>
    </div>
  );
}
