/** The frame of every page: header with navigation and the data's date, footer. */
import './globals.css';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { colors } from '@/charts/colors';
import { getNewestSeries } from '@/views/freshness';
import { LeftOut } from './_ui/notices';
import { SiteFooter } from './_ui/site-footer';
import { SiteHeader } from './_ui/site-header';
import { SectionNavigation } from './_ui/site-navigation';
import { describeSitePage } from './site-pages';
import { getTracker } from './tracker';

// Every page shows the database as it is now; the server in front keeps them ready.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'AI Hardware Tracker', template: '%s · AI Hardware Tracker' },
  description: describeSitePage('/').description,
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: colors.page.light },
    { media: '(prefers-color-scheme: dark)', color: colors.page.dark },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { snapshot, orm } = getTracker();
  return (
    <html lang="en" className={inter.variable}>
      <body className="font-sans">
        <link
          rel="alternate"
          type="application/atom+xml"
          title="Changes of the data"
          href="/snapshots.atom"
        />
        <a href="#content" className="skip">
          Skip to main content
        </a>
        <SiteHeader updated={snapshot.collected_on} newest={await getNewestSeries(orm)} />
        <SectionNavigation />
        <main id="content" className="wrap">
          <LeftOut />
          {children}
        </main>
        {/* What the browser’s code says: the picture that came, and how to read one by keyboard. */}
        <p id="announcement" aria-live="polite" className="sr-only" />
        <p id="hover-help" hidden>
          Arrow keys move between points. Enter opens the source.
        </p>
        <SiteFooter snapshot={snapshot} />
      </body>
    </html>
  );
}

/**
 * Inter, served from this site: no visitor's address goes to a font server. `next.config.ts`
 * makes the file, with the letters and the weights that pages use.
 */

const inter = localFont({
  src: '../.cache/inter.woff2',
  variable: '--font-inter',
  weight: '400 700',
  // A late font would move the page under the reader's eyes; it comes with the next one.
  display: 'optional',
});
