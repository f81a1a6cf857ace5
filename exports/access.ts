/** The day on which something cited was seen: known to the reader's clock alone. */
import { formatDate } from '@/units/period';

/** The parameter of citations that carries the day. */
export const ACCESSED = 'accessed';

/** "Accessed Nov 25, 2026.": the last words of a citation. `day` is ISO. */
export function wordAccess(day: string): string {
  return `Accessed ${formatDate(day)}.`;
}
