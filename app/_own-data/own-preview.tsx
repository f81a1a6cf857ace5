/** The first rows of a visitor's file as they were understood. */
import type { OwnReading } from '@/views/own-data/own-reading';
import { ScrollBox } from '../_ui/scroll-box';

const SHOWN = 5;

export function OwnPreview({ reading: { table, columns, problems } }: { reading: OwnReading }) {
  const { header, rows } = table;
  const toRole = (name: string): string =>
    name === columns?.period
      ? 'period'
      : name === columns?.series
        ? 'name'
        : columns?.values.includes(name)
          ? 'figures'
          : 'not used';
  const isWrong = (line: number, column: string) =>
    problems.some((one) => one.line === line && (one.column ?? column) === column);
  return (
    <ScrollBox label="Preview">
      <table className="w-full text-left text-xs">
        <caption className="py-1 text-left font-semibold">
          Preview: {Math.min(SHOWN, rows.length)} of {rows.length} rows
        </caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            {header.map((column) => (
              <th key={column} scope="col">
                {column}
                <span className="block font-normal text-muted">{toRole(column)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map(({ line, cells }) => (
            <tr key={line}>
              <td>{line}</td>
              {header.map((column, index) => (
                <td key={column} className={isWrong(line, column) ? 'text-warning' : ''}>
                  {cells[index] || '–'}
                  {isWrong(line, column) && ' (!)'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
