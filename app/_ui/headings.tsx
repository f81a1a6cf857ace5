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
      <h2 id={id} className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {lead && <p className="mt-1 max-w-[70ch] text-sm text-muted">{lead}</p>}
      {children}
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
