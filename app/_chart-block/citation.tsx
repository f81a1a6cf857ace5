/** How to cite a publication: in words, and as files for reference managers. */
import type { ReactNode } from 'react';
import { ACCESSED } from '@/exports/access';
import { toCitation } from '@/exports/citation';
import { listFormats } from '@/exports/formats';
import { toFormatHref } from '@/exports/links';
import type { Publication } from '@/exports/publication';
import { CopyButton } from './copy-button';

export function Citation({ publication }: { publication: Publication }) {
  const citation = toCitation(publication);
  const files = listFormats(publication.kind).filter(({ kind }) => kind === 'citation');
  return (
    <>
      <p className="mt-1 text-muted wrap-anywhere">{citation}</p>
      <p className="no-print mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <CopyButton label="Copy citation" copied={{ what: 'citation', text: citation }} />
        {files.map(({ extension, name }) => (
          <DatedLink key={extension} href={toFormatHref(publication, extension)}>
            {name}
          </DatedLink>
        ))}
      </p>
    </>
  );
}

/**
 * A link to a citation's file that names the day of access: today, by the reader's
 * clock. Without scripts the file names no day.
 */
function DatedLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} data-dated={ACCESSED}>
      {children}
    </a>
  );
}
