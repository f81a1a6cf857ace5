/**
 * A link to a citation's file that names the day of access: today, by the reader's
 * clock. Without scripts the file names no day.
 */
import type { ReactNode } from 'react';
import { ACCESSED } from '@/exports/access';

export function DatedLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} data-dated={ACCESSED}>
      {children}
    </a>
  );
}
