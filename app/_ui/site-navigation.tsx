/** The navigation: six entries, and below the header the pages of the entry that is open. */
import { headers } from 'next/headers';
import { findSection, navigation } from '../site-pages';

/** The six entries; where the header is a single bar, each with what is inside. */
export async function SiteNavigation() {
  const path = await getAskedPath();
  const open = findSection(path);
  return (
    <nav aria-label="Main">
      <ul>
        {navigation.map((section) => {
          const { href } = section.pages[0];
          return (
            <li key={href}>
              <a href={href} aria-current={path === href ? 'page' : section === open || undefined}>
                {section.label}
                <small>{section.inside}</small>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The pages of the entry that is open; nothing where it is only one. */
export async function SectionNavigation() {
  const path = await getAskedPath();
  const section = findSection(path);
  if (!section || section.pages.length < 2) return null;
  return (
    <nav aria-label={`In ${section.label}`} className="section-nav no-print">
      <ul className="wrap">
        {section.pages.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={path === href ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The path that a visitor asked for. The front passes it along; Next tells no frame of a page. */
async function getAskedPath(): Promise<string> {
  return (await headers()).get('x-tracker-path') ?? '';
}
