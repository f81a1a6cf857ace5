/** The frame of every page: header with navigation and the data's date, footer with the license. */
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { colors, toCssVariables } from '@/charts/colors';
import { FALLBACK_FONTS, NARROWED_FACES } from '@/charts/fonts';
import { formatDate } from '@/units/period';
import { inter } from './fonts';
import './globals.css';
import { FIELD } from './_ui/field';
import { SiteNavigation } from './_ui/site-navigation';
import { ThemeSwitch } from './_ui/theme-switch';
import { describeSitePage } from './site-pages';
import { getTracker } from './tracker';

// Every page shows the database as it is now; the server in front keeps them ready.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'AI Hardware Tracker', template: '%s · AI Hardware Tracker' },
  description: describeSitePage('/'),
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: colors.page.light },
    { media: '(prefers-color-scheme: dark)', color: colors.page.dark },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  const { snapshot } = getTracker();
  return (
    <html lang="en" className={inter.variable}>
      <body className="font-sans text-base antialiased">
        <link
          rel="alternate"
          type="application/atom+xml"
          title="Changes of the data"
          href="/snapshots.atom"
        />
        <style href="drawings" precedence="low">
          {`${NARROWED_FACES}:root{--fallback-fonts:${FALLBACK_FONTS};${toCssVariables()}}`}
        </style>
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:p-3">
          Skip to content
        </a>
        <header className="no-print border-b">
          <div className="mx-auto flex max-w-[1180px] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3">
            <a href="/" className="font-semibold text-ink">
              AI Hardware Tracker
            </a>
            {/* Columns of fixed width: nothing moves when the page arrives in pieces. */}
            <div className="flex grow flex-wrap items-center justify-end gap-x-4 gap-y-1 text-xs text-muted sm:grid whitespace-nowrap sm:grid-cols-[1fr_7.5rem_8.25rem] sm:justify-items-end">
              <search>
                <form action="/search">
                  <input
                    id="site-search"
                    type="search"
                    name="q"
                    maxLength={100}
                    aria-label="Search the site"
                    placeholder="Search"
                    className={`${FIELD} w-36`}
                  />
                </form>
              </search>
              <a href="/datasets" className="text-muted" title={`Snapshot ${snapshot.id}`}>
                Data of {formatDate(snapshot.collected_on)}
              </a>
              <ThemeSwitch />
            </div>
            <SiteNavigation />
          </div>
        </header>
        <main id="content" className="mx-auto max-w-[1180px] px-4 pt-6 pb-16">
          {children}
        </main>
        {/* What the browser’s code says: the picture that came, and how to read one by keyboard. */}
        <p id="announcement" aria-live="polite" className="sr-only" />
        <p id="hover-help" hidden>
          Use the arrow keys to read figure after figure, Enter to open what is behind it.
        </p>
        <footer className="border-t text-sm text-muted">
          <div className="mx-auto grid max-w-[1180px] gap-2 px-4 py-6">
            <p>
              Data: CC BY 4.0. Please credit the AI Hardware Tracker and the{' '}
              <a href="/sources">source of each figure</a>; figures of the State of AI Compute Index
              (Air Street Capital) and of Epoch AI are used under CC BY 4.0.
            </p>
            <p>
              Snapshot <code>{snapshot.id}</code>, collected {formatDate(snapshot.collected_on)},{' '}
              {snapshot.row_count.toLocaleString('en-US')} figures and entries in{' '}
              <a href="/datasets">open datasets</a>.
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}
