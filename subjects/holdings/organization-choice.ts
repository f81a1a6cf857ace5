/**
 * Organizations named in an address: `meta~tesla~stability-ai`, in the order they
 * were picked. A comma does as well, because people type commas.
 */

export const MOST_ORGANIZATIONS = 8;

/** The slugs, each once, at most eight; whether they exist is for others to say. */
export function parseOrganizations(text: string): string[] {
  const slugs = text
    .toLowerCase()
    .split(/[~,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [...new Set(slugs)].slice(0, MOST_ORGANIZATIONS);
}

export function formatOrganizations(slugs: readonly string[]): string {
  return slugs.join('~');
}

/**
 * The organization that a visitor's words mean: its slug or its whole name, else
 * the only one whose name begins with or holds the words; null where that is open.
 */
export function findOrganization<O extends { organization: string; name: string }>(
  text: string,
  organizations: readonly O[],
): O | null {
  const words = text.trim().toLowerCase();
  if (words === '') return null;
  const tests: ((one: O) => boolean)[] = [
    ({ organization }) => organization === words,
    ({ name }) => name.toLowerCase() === words,
    ({ name }) => name.toLowerCase().startsWith(words),
    ({ name }) => name.toLowerCase().includes(words),
  ];
  for (const test of tests) {
    const found = organizations.filter(test);
    if (found.length === 1) return found[0]!;
    if (found.length > 1) return null;
  }
  return null;
}
