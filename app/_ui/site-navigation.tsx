/** The main navigation, which marks the page that is open. */
import { headers } from 'next/headers';
import { navigation } from '../site-pages';

export async function SiteNavigation() {
  const path = await getAskedPath();
  return (
    <nav aria-label="Main" className="basis-full">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {navigation.map(({ href, label }) => {
          const isOpen = href === '/' ? path === '/' : path.startsWith(href);
          return (
            <li key={href}>
              <a
                href={href}
                aria-current={isOpen ? 'page' : undefined}
                className={
                  isOpen
                    ? 'border-b-2 border-accent py-1 font-medium text-ink'
                    : 'py-1 text-muted hover:text-ink'
                }
              >
                {label}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The path that a visitor asked for. The front passes it along; Next tells no frame of a page. */
async function getAskedPath(): Promise<string> {
  return (await headers()).get('x-tracker-path') ?? '';
}
