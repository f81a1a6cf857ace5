/**
 * Where the tracker stands in the web. Downloads carry addresses into documents
 * that know no host, so they are written out whole.
 */

/** `TRACKER_SITE`, such as `https://tracker.example`; else this server on this machine. */
export function toSiteOrigin(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const origin = env.TRACKER_SITE || `http://localhost:${env.PORT || 3000}`;
  return origin.replace(/\/+$/, '');
}

/** An address as a picture prints it: without the scheme. */
export function toShortAddress(href: string): string {
  return `${toSiteOrigin()}${href}`.replace(/^https?:\/\//, '');
}

/**
 * Where an error of a chart or a page is reported: `TRACKER_REPORT`, a `mailto:` or the
 * address of a form that takes `title` and `body`; without it, the page that says how.
 */
export function toReportHref(
  what: string,
  address: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const to = env.TRACKER_REPORT;
  if (!to) return '/about#report';
  const title = to.startsWith('mailto:') ? 'subject' : 'title';
  const filled = [
    [title, `Error in “${what}”`],
    ['body', `${address}\n\nWhat is wrong, and where it can be seen:\n`],
  ].map((pair) => pair.map((part) => encodeURIComponent(part ?? '')).join('='));
  return `${to}${to.includes('?') ? '&' : '?'}${filled.join('&')}`;
}
