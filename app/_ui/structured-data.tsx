/** What a page says to programs: what it is of, and where its files, its license and its citation are. */
import { toGraphText } from '@/exports/api/schema-org';
import type { Publication } from '@/exports/publication';
import { listSignposts } from '@/exports/signposts';

/** Things in the words of schema.org, for search engines. */
export function StructuredData({ nodes }: { nodes: Parameters<typeof toGraphText>[0] }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no text can end the script
      dangerouslySetInnerHTML={{ __html: toGraphText(nodes) }}
    />
  );
}

/** Links of the whole page; the server in front says them in its header instead. */
export function Signposts({ publication }: { publication: Publication }) {
  return listSignposts(publication).map(({ rel, href, type }) => (
    <link key={`${rel} ${href}`} rel={rel} href={href} type={type} />
  ));
}
