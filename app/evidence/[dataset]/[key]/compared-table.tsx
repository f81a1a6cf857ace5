/** Where the same figure stands elsewhere, or its neighbors; each row leads on. */
import type { ComparedRows } from '@/catalog/evidence';
import type { Piece } from '@/subjects/names/link-names';
import { ScrollBox } from '../../../_ui/scroll-box';
import { TableBody, TableHead, TableHeaderCell, TableRow } from '../../../_ui/tremor';

export function ComparedTable({ compared }: { compared: ComparedRows }) {
  const { title, caution, headers, rows, foundCount, href } = compared;
  const listed = rows.filter(({ isThis }) => !isThis).length;
  const id = title.toLowerCase().replaceAll(' ', '-');
  const figure = headers.indexOf('Figure');
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {caution && <p className="mt-1 max-w-[70ch] text-sm text-muted">{caution}</p>}
      <ScrollBox label={`Table: ${title}`} className="mt-2 text-sm">
        <table className="w-full text-left">
          <TableHead>
            <TableRow>
              {headers.map((label, index) => (
                <TableHeaderCell
                  key={label}
                  scope="col"
                  className={index === figure ? 'text-right' : ''}
                >
                  {label}
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <tr key={row.href} aria-current={row.isThis ? 'true' : undefined}>
                {row.cells.map((cell, index) => (
                  <td
                    key={headers[index]}
                    className={`${index === figure ? 'text-right' : ''} ${index === headers.length - 1 ? 'wraps' : ''} ${row.isThis ? 'font-semibold' : ''}`}
                  >
                    <Cell
                      cell={cell}
                      href={index === figure ? row.href : cell.href}
                      isThis={row.isThis}
                    />
                    {index === 0 && row.isThis && ' (this figure)'}
                  </td>
                ))}
              </tr>
            ))}
          </TableBody>
        </table>
      </ScrollBox>
      <p className="mt-2 text-sm">
        <a href={href}>
          {foundCount > listed ? `All ${foundCount + rows.length - listed} as a table` : 'As data'}
        </a>
      </p>
    </section>
  );
}

/** The figure leads to its own evidence, names to their pages; this row leads nowhere. */
function Cell({ cell, href, isThis }: { cell: Piece; href: string | null; isThis: boolean }) {
  return href && !isThis ? <a href={href}>{cell.text}</a> : cell.text;
}
