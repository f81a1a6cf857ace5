/** Cards of single figures. */
import type { ReactNode } from 'react';
import type { KeyFigure } from '@/views/key-figure';
import { ServerDrawing } from './server-drawing';
import { SourceLink } from './source-link';
import { Card } from './tremor';

/** A key figure: what it is, its value, a small course of it, and whose it is. */
function FigureCard({
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

/** A key figure of the market with period, change and source. */
export function KeyFigureCard({ figure }: { figure: KeyFigure }) {
  const { label, value, period, change, isEstimate, caveat, origin, source, href, spark } = figure;
  return (
    <FigureCard
      label={label}
      href={href}
      heading="h2"
      spark={spark}
      foot={
        source && (
          <>
            {caveat} {origin && `Figure by ${origin}. `}
            Source: <SourceLink source={source} />
          </>
        )
      }
    >
      <p className="mt-1 text-xl font-semibold tracking-tight tabular-nums">{value}</p>
      <p className="text-xs text-muted">
        {period}
        {isEstimate && ', estimate'}
        {change && (
          <>
            {' · '}
            <span className="text-ink">{change}</span>
          </>
        )}
      </p>
    </FigureCard>
  );
}
