/** Inter, served from this site: no visitor's address goes to a font server. */
import localFont from 'next/font/local';

export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  // A late font would move the page under the reader's eyes; it comes with the next one.
  display: 'optional',
});
