/**
 * Whether the reader has these bytes already, as its If-None-Match says. The
 * comparison is weak: a proxy may have marked our tag as weak on the way.
 */
export function isKnownTag(header: string | null | undefined, etag: string): boolean {
  if (!header) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
