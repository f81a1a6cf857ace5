/**
 * The header: a row on wide screens; below 1040 px a bar with name, search and menu. Menu and
 * search are popovers there, which open without scripts, and stand in the row elsewhere.
 */
import type { ReactNode } from 'react';
import { LONGEST_WORDS } from '@/address/parameters';
import { formatDate, formatPeriod } from '@/units/period';
import type { FreshSeries } from '@/views/freshness';
import { SiteNavigation } from './site-navigation';

export function SiteHeader({
  updated,
  newest,
}: {
  /** The day of the newest snapshot, ISO. */
  updated: string;
  /** The series with the newest figure; null: none is known. */
  newest: FreshSeries | null;
}) {
  return (
    <header className="site-header no-print">
      <div className="wrap">
        <a href="/" className="brand">
          AI Hardware Tracker
        </a>
        <button type="button" popoverTarget="search-box" className="opener" aria-label="Search">
          <Icon>
            <circle cx="10.5" cy="10.5" r="6.5" />
            <path d="m15.5 15.5 5 5" />
          </Icon>
        </button>
        <button type="button" popoverTarget="site-menu" className="opener" aria-label="Menu">
          <Icon>
            <path d="M4 7h16M4 12h16M4 17h16" />
          </Icon>
        </button>
        <div id="site-menu" popover="auto">
          <SiteNavigation />
          <div className="menu-foot">
            <a href="/freshness" className="updated">
              {newest && (
                <span>
                  Newest: {newest.name}, {toShortDate(newest.newest, updated)}
                </span>
              )}
              <span>Updated {formatDate(updated)}</span>
            </a>
            <ThemeSwitch />
          </div>
        </div>
        <search id="search-box" popover="auto">
          <SearchBox />
        </search>
      </div>
    </header>
  );
}

/** "Oct 8" for a day of this year, which the line below names. */
const toShortDate = (newest: string, today: string): string =>
  formatPeriod(newest).replace(`, ${today.slice(0, 4)}`, '');

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" className="icon" aria-hidden="true">
      {children}
    </svg>
  );
}

/**
 * System, light or dark. The style sheet looks at which radio is checked, so the
 * switch works without JavaScript too; with it, the choice is remembered.
 */
const themes = [
  // A half-filled circle, a sun, a moon.
  { id: 'system', label: 'System', path: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16' },
  {
    id: 'light',
    label: 'Light',
    path: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  },
  { id: 'dark', label: 'Dark', path: 'M19 14.5A8 8 0 0 1 9.5 5a8 8 0 1 0 9.5 9.5' },
] as const;

function ThemeSwitch() {
  return (
    <theme-switch>
      <fieldset>
        <legend>Theme</legend>
        {themes.map(({ id, label, path }) => (
          <label key={id} title={`Theme: ${label.toLowerCase()}`}>
            <input
              type="radio"
              name="theme"
              id={`theme-${id}`}
              value={id}
              defaultChecked={id === 'system'}
              className="sr-only"
            />
            <svg viewBox="0 0 24 24" width="18" height="18" className="icon" aria-hidden="true">
              <path d={path} />
            </svg>
            <span className="sr-only">{label}</span>
          </label>
        ))}
      </fieldset>
    </theme-switch>
  );
}

/**
 * The search field of every page: a form without scripts; with them, figures and names come
 * up while typing (`browser/suggestions.ts`).
 */

function SearchBox() {
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
