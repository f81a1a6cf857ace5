/**
 * A table of ready cells in a box that scrolls sideways; the first column heads each row. Cells are
 * plain elements and links, because a page holds a thousand of them and none needs a script.
 */
import { Fragment, type ReactNode } from 'react';
import { type SortKey, toSortMark, toSortState, toSortText, turnSort } from '@/address/sort-keys';
import { formatCount } from '@/units/format-value';
import {
  figureWords,
  isDescendingFirst,
  isNumeric,
  type ShownCell,
  type TableColumn,
  toSortName,
} from '@/units/table';
import { ScrollBox } from './scroll-box';
import { Card, TableBody, TableHead, TableHeaderCell, TableRow } from './tremor';

export interface FiguresColumn {
  readonly label: string;
  /** Shown below the label. */
  readonly unit?: string | null;
  readonly align?: 'left' | 'right';
  /** Long texts break into lines. */
  readonly wraps?: boolean;
  readonly title?: string;
  /**
   * A class that sets the width. Where all columns have one, nothing moves while
   * the rows arrive.
   */
  readonly width?: string;
  /** Absent: the table cannot be sorted by it. */
  readonly sort?: {
    /** Where a click on the header leads. */
    readonly href: string;
    /** "↓", or empty. */
    readonly mark: string;
    readonly state: 'ascending' | 'descending' | undefined;
  };
}

export interface FiguresRow {
  /** Unique on the page: an address can lead to the row. */
  readonly id: string;
  /** One cell a column. */
  readonly cells: readonly ReactNode[];
  /** What is to be said of the row; it stands under it, over all columns. */
  readonly remark?: ReactNode;
}

/** A column under its label. */
export const toHead = <Row,>(column: TableColumn<Row>): FiguresColumn => ({
  label: column.label,
  align: isNumeric(column) ? 'right' : 'left',
  title: column.meaning,
});

/** A column that a click sorts by; `toSortHref` leads to the table in an order, empty for its own. */
export function toSortedHead<Row>(
  column: TableColumn<Row>,
  sort: readonly SortKey[],
  toSortHref: (sort: string) => string,
): FiguresColumn {
  const name = toSortName(column);
  const turned = turnSort(sort, name, { descendingFirst: isDescendingFirst(column) });
  return { ...toHead(column), sort: toHeadSort(sort, name, toSortHref(toSortText(turned))) };
}

/** How a header stands to the order of the rows, and where a click on it leads. */
export const toHeadSort = (sort: readonly SortKey[], column: string, href: string) => ({
  href,
  mark: toSortMark(sort, column),
  state: toSortState(sort, column),
});

/**
 * A cell as a link where it leads somewhere, with words behind a figure that is not firm or was
 * read in a document of a doubtful grade, which `grades` names.
 */
export function CellContent({
  cell: { text, href, kind, source, title },
  grades,
}: {
  cell: ShownCell;
  grades?: ReadonlyMap<string, string>;
}) {
  const grade = source && grades?.get(source);
  const word = [kind && figureWords[kind], grade].filter(Boolean).join(', ');
  const figure = word ? (
    <>
      {text} <small>{word}</small>
    </>
  ) : (
    text
  );
  if (href) {
    return (
      <a href={href} title={title ?? undefined}>
        {figure}
      </a>
    );
  }
  return title ? <span title={title}>{figure}</span> : figure;
}

export function FiguresTable({
  caption,
  columns,
  rows,
  box = 'card',
  first = FIRST_ROWS,
}: {
  /** Names the table and its box for those who do not see where they stand. */
  caption: string;
  columns: readonly FiguresColumn[];
  rows: readonly FiguresRow[];
  /**
   * A card, of which a long one shows its first rows until somebody asks for the others; a
   * `whole` one, for rows that come in pages; `none` inside of something else.
   */
  box?: 'card' | 'whole' | 'none';
  /** How many rows a card shows that is much longer. */
  first?: number;
}) {
  const isFixed = columns.every(({ width }) => width);
  const folded = box === 'card' && rows.length > first + WORTH_FOLDING ? rows.length : null;
  const table = (
    <ScrollBox label={caption} className={box === 'none' ? 'mt-2' : 'text-sm'}>
      <table className={isFixed ? 'w-full table-fixed' : 'w-full'}>
        <caption className="sr-only">{caption}</caption>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <HeaderCell key={column.sort?.href ?? column.label} column={column} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ id, cells, remark }, place) => {
            const more = folded !== null && place >= first ? 'more' : '';
            return (
              <Fragment key={id}>
                <tr
                  id={id}
                  className={[more, remark && 'remarked'].filter(Boolean).join(' ') || undefined}
                >
                  {columns.map((column, index) => (
                    <BodyCell
                      key={column.sort?.href ?? column.label}
                      column={column}
                      isHead={index === 0}
                    >
                      {cells[index]}
                    </BodyCell>
                  ))}
                </tr>
                {remark && (
                  <tr className={`remark ${more}`.trimEnd()}>
                    <td colSpan={columns.length}>
                      <div>{remark}</div>
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </TableBody>
      </table>
    </ScrollBox>
  );
  if (box === 'none') return table;
  return (
    <Card className="folding mt-3 min-w-0 p-0">
      {table}
      {folded !== null && (
        <details className="no-print px-3 py-2 text-sm">
          <summary className="w-fit cursor-pointer text-accent">
            <span className="closed">Show all {formatCount(folded)} rows</span>
            <span className="opened">Show fewer</span>
          </summary>
        </details>
      )}
    </Card>
  );
}

const FIRST_ROWS = 12;
/** Fewer rows than that are shown with the others. */
const WORTH_FOLDING = 3;

function HeaderCell({
  column: { label, unit, align, title, width = '', sort },
}: {
  column: FiguresColumn;
}) {
  return (
    <TableHeaderCell
      scope="col"
      title={title}
      aria-sort={sort?.state}
      className={align === 'right' ? `text-right ${width}` : width}
    >
      {sort ? (
        <a href={sort.href} rel="nofollow" className="text-ink">
          {label} {sort.mark}
        </a>
      ) : (
        label
      )}
      {unit && <span className="block text-xs font-normal text-muted">{unit}</span>}
    </TableHeaderCell>
  );
}

function BodyCell({
  column: { align, wraps },
  isHead,
  children,
}: {
  column: FiguresColumn;
  isHead: boolean;
  children: ReactNode;
}) {
  const className = [
    isHead && 'font-normal',
    align === 'right' ? 'text-right' : isHead && 'text-left',
    wraps && 'wraps',
  ]
    .filter(Boolean)
    .join(' ');
  return isHead ? (
    <th scope="row" className={className}>
      {children}
    </th>
  ) : (
    <td className={className || undefined}>{children}</td>
  );
}
