/** A page's question and the answer in a sentence. */
import type { ReactNode } from 'react';

export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-6 max-w-[70ch]">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {children && <div className="mt-2 text-base [&_a]:underline">{children}</div>}
    </div>
  );
}
