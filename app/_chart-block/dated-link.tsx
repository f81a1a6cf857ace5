'use client';
/**
 * A link to a citation's file that names the day of access: today, by the reader's
 * clock. Without scripts the file names no day.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { ACCESSED } from '@/exports/access';

export function DatedLink({ href, children }: { href: string; children: ReactNode }) {
  const [dated, setDated] = useState(href);
  useEffect(() => {
    const day = new Date().toISOString().slice(0, 10);
    setDated(`${href}${href.includes('?') ? '&' : '?'}${ACCESSED}=${day}`);
  }, [href]);
  return <a href={dated}>{children}</a>;
}
