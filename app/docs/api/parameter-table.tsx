/** Parameters of addresses with what they may be, as OpenAPI describes them. */
import type { Schema } from '@/address/parameters';
import type { ApiParameter } from '@/exports/api/parameters';
import { WithCode } from '../../_table/with-code';
import { ScrollBox } from '../../_ui/scroll-box';

export function ParameterTable({
  label,
  parameters,
}: {
  label: string;
  parameters: readonly ApiParameter[];
}) {
  return (
    <ScrollBox label={label} className="mt-2 max-h-none! text-sm">
      <table>
        <thead>
          <tr>
            <th scope="col" className="text-left">
              Parameter
            </th>
            <th scope="col" className="text-left">
              Values
            </th>
            <th scope="col" className="text-left">
              Default
            </th>
            <th scope="col" className="text-left">
              Meaning
            </th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, description, required = false, schema }) => (
            <tr key={name}>
              <th scope="row" className="text-left font-normal">
                <code>{name}</code>
              </th>
              <td className="wraps">{wordValues(schema)}</td>
              <td>{required ? 'required' : wordDefault(schema)}</td>
              <td className="wraps">
                <WithCode text={description} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function wordDefault({ default: fallback }: Schema): string {
  return fallback === undefined ? '–' : String(fallback);
}

/** Every value where they are listed, else their form. */
function wordValues(schema: Schema): string {
  const { type, format, minimum, maximum, maxLength, pattern } = schema;
  const listed = schema.enum ?? schema.examples;
  if (Array.isArray(listed)) return listed.join(', ');
  if (type === 'integer') return maximum ? `${minimum} to ${maximum}` : `${minimum} or more`;
  if (format === 'date') return 'year-month-day';
  if (format === 'uri') return 'a web address';
  if (pattern === '^[0-9a-f]{12}$') return '12 digits from 0 to f';
  return maxLength ? `text, up to ${maxLength} characters` : 'text';
}
