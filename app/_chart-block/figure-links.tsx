/** Figures of a drawing as links, for browsers without scripts. */
import type { CSSProperties } from 'react';
import type { HoverContent, HoverDrawing } from './hover-drawing';

/**
 * Every figure that has evidence as a plain link, for browsers without scripts; the
 * style sheet takes them away from all others. Keyboards reach the same links in
 * the table.
 */
export function FigureLinks({ figures, drawings: [wide, narrow] }: HoverContent) {
  // A panel's newest figure is a link in words; the others are in the chart behind it.
  if (!narrow) return null;
  const layers = narrow.spots
    ? ([
        [wide.spots, toInset(wide), 'drawing-wide'],
        [narrow.spots, toInset(narrow), 'drawing-narrow'],
      ] as const)
    : ([[wide.spots, toInset(wide, narrow), '']] as const);
  return layers.map(([spots, inset, className]) => (
    <div key={className} aria-hidden="true" className={`figure-links ${className}`}>
      <div style={inset}>
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
          {spots.map(([x, y, place]) => {
            const address = figures[place]?.[4];
            return address ? (
              <a key={place} href={address} tabIndex={-1}>
                <path d={`M${x} ${y}h0`} />
              </a>
            ) : null;
          })}
        </svg>
      </div>
    </div>
  ));
}

/** The plot area as the style sheet takes it, for either drawing. */
function toInset(wide: HoverDrawing, narrow = wide): CSSProperties {
  const toText = ({ area: [left, top, width, height] }: HoverDrawing) =>
    [top, 1 - left - width, 1 - top - height, left]
      .map((share) => `${(share * 100).toFixed(1)}%`)
      .join(' ');
  return { '--wide': toText(wide), '--narrow': toText(narrow) } as CSSProperties;
}
