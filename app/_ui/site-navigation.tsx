'use client';
/** The main navigation; a client component only to know which page is open. */
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { navigation } from '../navigation';

export function SiteNavigation() {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="basis-full">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {navigation.map(({ href, label }) => {
          const isOpen = href === '/' ? path === '/' : path.startsWith(href);
          return (
            <li key={href}>
              <Link
                href={href}
                prefetch={false}
                aria-current={isOpen ? 'page' : undefined}
                className={
                  isOpen
                    ? 'border-b-2 border-accent py-1 font-medium text-ink'
                    : 'py-1 text-muted hover:text-ink'
                }
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
