/**
 * Everything may be read: addresses with parameters say themselves that they are not to be
 * found (`server/signposts.ts`). The maps name what is worth it, figure by figure.
 */
import type { MetadataRoute } from 'next';
import { evidenceDeclarations } from '@/catalog/evidence-declarations';
import { toSiteOrigin } from '@/exports/site';

export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  const maps = evidenceDeclarations.map(
    ({ contract: { slug } }) => `/evidence/${slug}/sitemap.xml`,
  );
  return {
    rules: { userAgent: '*', allow: '/' },
    sitemap: ['/sitemap.xml', ...maps].map((path) => toSiteOrigin() + path),
  };
}
