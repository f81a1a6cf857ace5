/** A key figure: what it is, its value, a small course of it, and whose it is. */
import type { ReactNode } from 'react';
import { ServerDrawing } from './server-drawing';
import { Card } from './tremor';

export function FigureCard({
  label,
  href,
  heading: Heading = 'h3',
  spark,
  foot,
  children,
}: {
  label: string;
  /** The page that tells more. */
  href: string;
  heading?: 'h2' | 'h3';
  /** An SVG; null where there is nothing to draw. */
  spark: string | null;
  /** Source or remark, in small type at the lower edge. */
  foot: ReactNode;
  /** The value with its period. */
  children: ReactNode;
}) {
  return (
    <Card className="flex h-full flex-col p-4">
      <Heading className="text-sm font-normal">
        <a href={href} className="text-ink">
          {label}
        </a>
      </Heading>
      {children}
      {spark && <ServerDrawing svg={spark} className="mt-3" />}
      {foot && <p className="mt-auto pt-2 text-xs text-muted">{foot}</p>}
    </Card>
  );
}
