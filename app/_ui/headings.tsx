/** The headings of a page and of its parts. */
import type { ReactNode } from 'react';

/** A page's question and the answer in a sentence. */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-6 max-w-[70ch]">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {children && <div className="mt-2 text-base [&_a]:underline">{children}</div>}
    </div>
  );
}

/** A part of a page under its heading, which an address can name. */
export function PageSection({
  id,
  title,
  lead,
  children,
}: {
  /** The anchor; unique on the page. */
  id: string;
  title: string;
  /** A sentence or two below the heading: what is listed and what is not. */
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="scroll-mt-4 text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {lead && <p className="mt-1 max-w-[70ch] text-sm text-muted">{lead}</p>}
      {children}
    </section>
  );
}
