/** How to cite a publication, in words and as files for reference managers, and to load it. */
import type { ReactNode } from 'react';
import { ACCESSED } from '@/exports/access';
import { toCitation, toSentence } from '@/exports/citation';
import { listFormats } from '@/exports/formats';
import { listSnippets, toFormatHref, toPermalink } from '@/exports/links';
import type { Publication } from '@/exports/publication';
import { toSiteOrigin } from '@/exports/site';
import { formatDate } from '@/units/period';

/** Where a publication stands, now and for good, and how to name it in a text. */
export function Links({
  publication,
  heading: Heading,
}: {
  readonly publication: Publication;
  readonly heading: 'h2' | 'h3';
}) {
  const { href, snapshot } = publication;
  const permalink = toPermalink(publication);
  const sentence = publication.kind === 'chart' ? toSentence(publication) : null;
  const links: readonly (readonly [string, string, ReactNode, string])[] = [
    ['Link', 'changes with new data', href, 'Copy link'],
    [
      'Fixed link',
      `always the figures of ${formatDate(snapshot.collected_on)}`,
      permalink,
      'Copy fixed link',
    ],
  ];
  return (
    <section aria-label="Links and citation" className="links">
      {links.map(([name, meaning, address, copy]) => (
        <div key={name} className="copied">
          <Heading>
            {name} <small>{meaning}</small>
          </Heading>
          <a href={String(address)}>{`${toSiteOrigin()}${address}`.replace(/^https?:\/\//, '')}</a>
          <CopyButton label={copy} copied={{ what: 'link', href: String(address) }} />
        </div>
      ))}
      <div className="copied">
        <Heading>Citation</Heading>
        <Citation publication={publication} />
      </div>
      {sentence && (
        <div className="copied">
          <Heading>
            In a sentence <small>the finding of this view</small>
          </Heading>
          <p className="text-muted wrap-anywhere">{sentence}</p>
          <CopyButton label="Copy sentence" copied={{ what: 'text', text: sentence }} />
        </div>
      )}
    </section>
  );
}

export function Citation({ publication }: { publication: Publication }) {
  const citation = toCitation(publication);
  const files = listFormats(publication.kind).filter(({ kind }) => kind === 'citation');
  return (
    <>
      <p className="mt-1 text-muted wrap-anywhere">{citation}</p>
      <p className="no-print mt-1 mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
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

/** What loads the figures of a publication into a program. */
export function Snippets({ publication }: { readonly publication: Publication }) {
  return (
    <details className="snippets">
      <summary>Code to load these figures</summary>
      <SnippetList publication={publication} />
    </details>
  );
}

export function SnippetList({ publication }: { readonly publication: Publication }) {
  return (
    <dl className="mt-2 grid gap-2 text-sm wrap-anywhere">
      {listSnippets(publication).map(({ name, code }) => (
        <div key={name}>
          <dt>
            {name} <CopyButton label="Copy" copied={{ what: 'text', text: code }} />
          </dt>
          <dd>
            <code>{code}</code>
          </dd>
        </div>
      ))}
    </dl>
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

/**
 * Copies a text, an address, or what an address answers. The style sheet takes it away
 * where there is no clipboard: there is nothing a button could do then.
 */
export type Copied =
  | { readonly what: 'text'; readonly text: string }
  /** The code that is shown in the nearest element that fits the selector. */
  | { readonly what: 'shown'; readonly within: string }
  /** With the day of access at its end, which only the reader's clock knows. */
  | { readonly what: 'citation'; readonly text: string }
  | { readonly what: 'link' | 'data'; readonly href: string }
  /** A PNG; with the choices of that name in the form around the button. */
  | { readonly what: 'image'; readonly href: string; readonly choices: readonly string[] };

export function CopyButton({ label, copied }: { label: string; copied: Copied }) {
  return (
    <span className="copies">
      <button type="button" data-copy={JSON.stringify(copied)} className="plain">
        {label}
      </button>
      <span role="status" className="ml-2 text-muted" />
    </span>
  );
}
