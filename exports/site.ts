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
