/**
 * The header: a row on wide screens; below 1040 px a bar with name, search and menu. Menu and
 * search are popovers there, which open without scripts, and stand in the row elsewhere.
 */
import type { ReactNode } from 'react';
import { formatDate, formatPeriod } from '@/units/period';
import type { FreshSeries } from '@/views/freshness';
import { SearchBox } from '../search/search-box';
import { SiteNavigation } from './site-navigation';
import { ThemeSwitch } from './theme-switch';

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
