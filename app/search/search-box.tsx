/**
 * The search field of every page: a form without scripts; with them, figures and names come
 * up while typing (`browser/suggestions.ts`).
 */
import { LONGEST_WORDS } from '@/address/parameters';

export function SearchBox() {
  return (
    <form action="/search" className="search-form">
      <input
        id="site-search"
        type="search"
        name="q"
        maxLength={LONGEST_WORDS}
        autoComplete="off"
        aria-label="Search the site"
        placeholder="Chip, company, figure"
      />
      <button type="submit" aria-label="Search" />
    </form>
  );
}
