import type { Problem } from '@/data/problem';
/** The first rows of a visitor's file as they were understood. */
import type { Mapping } from '@/views/own-data/own-figures';
import type { OwnFile } from '@/views/own-data/own-file';
import { ScrollBox } from '../_ui/scroll-box';

const SHOWN = 6;

export function OwnPreview({
  file: { header, rows },
  mapping,
  problems,
}: {
  file: OwnFile;
  mapping: Mapping;
  problems: readonly Problem[];
}) {
  const roles = new Map([
    [mapping.period, 'period'],
    [mapping.series, 'series'],
    [mapping.value, `value, ${mapping.scale.label}`],
  ]);
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
                <span className="block font-normal text-muted">
                  {roles.get(column) ?? 'not used'}
                </span>
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
