/** Statements about the counts of chips in papers, in words. */

import { formatChange, formatValue } from '@/units/format-value';
import type { PaperStatementRow } from './statement-queries';

/** "94% of AI papers naming a chip", "place 3 among Nvidia chips in the index". */
export function wordStatement({
  metric,
  value,
  relative_to,
}: Pick<PaperStatementRow, 'metric' | 'value' | 'relative_to'>): string {
  switch (metric) {
    case 'share':
      return `${formatValue(value, '%')} of ${relative_to}`;
    case 'growth':
      return `${formatChange(value, '%')} against ${relative_to}`;
    case 'ratio':
      return `${formatValue(value, 'times')} ${relative_to}`;
    case 'rank':
      return `place ${value} among ${relative_to}`;
  }
}
