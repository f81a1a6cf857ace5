/** A key figure of the market with period, change and source. */
import type { KeyFigure } from '@/views/key-figure';
import { FigureCard } from './figure-card';
import { SourceLink } from './source-link';

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
