/** Everything may be read; the sitemap names what is worth it. */
import type { MetadataRoute } from 'next';
import { toSiteOrigin } from '@/exports/site';

export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/' },
    sitemap: `${toSiteOrigin()}/sitemap.xml`,
  };
}
