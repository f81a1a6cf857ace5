'use client';
/** The pages whose addresses resemble the one that was asked for. */
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { listNearest } from './nearest';

export function NearestPages({ pages }: { pages: string }) {
  const path = usePathname();
  const nearest = listNearest(path, pages.split(' '));
  if (nearest.length === 0) return null;
  return (
    <section aria-labelledby="nearest">
      <h2 id="nearest" className="mb-2 text-lg font-semibold tracking-tight">
        Perhaps you meant
      </h2>
      <ul className="grid gap-1">
        {nearest.map((href) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {href}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
