/** The headings of a page and of its parts. */
import type { ReactNode } from 'react';

/** The one heading of a page, and at most one line under it. */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="page-heading">
      <h1>{title}</h1>
      {children && <div className="intro">{children}</div>}
    </div>
  );
}

/** A part of a page under its heading, which an address can name. */
export function PageSection({
  id,
  title,
  lead,
  folded,
  isOpen = false,
  children,
}: {
  /** The anchor; unique on the page. */
  id: string;
  title: string;
  /** A sentence or two below the heading: what is listed and what is not. */
  lead?: ReactNode;
  /** What the part holds, "12 events": it is folded under its heading and this. */
  folded?: string;
  /** Whether it is open nevertheless: the address asks for something in it. */
  isOpen?: boolean;
  children?: ReactNode;
}) {
  const heading = (
    <h2 id={id} className="inline text-lg font-semibold tracking-tight">
      {title}
    </h2>
  );
  const content = (
    <>
      {lead && <p className="mt-1 max-w-[70ch] text-sm text-muted">{lead}</p>}
      {children}
    </>
  );
  return folded ? (
    <section aria-labelledby={id} className="mt-3 border-t border-rule pt-3">
      <details open={isOpen}>
        <summary className="w-fit cursor-pointer">
          {heading} <span className="text-sm text-muted">{folded}</span>
        </summary>
        {content}
      </details>
    </section>
  ) : (
    <section aria-labelledby={id} className="mt-8">
      {heading}
      {content}
    </section>
  );
}

/** What holds for every chart of a page: definitions and limits, once, at its end. */
export function AboutFigures({ notes }: { notes: readonly string[] }) {
  return (
    <section aria-labelledby="about-figures" className="about-figures">
      <h2 id="about-figures">About these figures</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
