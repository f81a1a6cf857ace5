/**
 * Inter, served from this site: no visitor's address goes to a font server. `next.config.ts`
 * makes the file, with the letters and the weights that pages use.
 */
import localFont from 'next/font/local';

export const inter = localFont({
  src: '../.cache/inter.woff2',
  variable: '--font-inter',
  weight: '400 700',
  // A late font would move the page under the reader's eyes; it comes with the next one.
  display: 'optional',
});
