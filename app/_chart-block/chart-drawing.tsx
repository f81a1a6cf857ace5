/** The two drawings of a view, wide and narrow, and what an element needs to read them out. */
import type { CSSProperties, ReactNode } from 'react';
import type { Drawing } from '@/charts/canvas';
import { kindOf } from '@/charts/kinds';
import { type Drawable, drawForPage } from '@/charts/page-drawings';
import type { SourceRow } from '@/db/queries/names';
import { PictureInWords, ServerDrawing } from '../_ui/server-drawing';
import { buildHoverContent, toArea } from './hover-content';
import type { HoverContent, HoverDrawing, HoverFigure, HoverSpot, Nearness } from './hover-drawing';

export function ChartDrawing({
  drawable,
  sources = [],
  figures = null,
  isOwnPage = true,
}: {
  drawable: Drawable;
  /** Those whose publishers hovering names. */
  sources?: readonly SourceRow[];
  /** Where what hovering reads out is fetched; null: it is part of the page. */
  figures?: string | null;
  /** On pages with several charts the figures are linked to on the chart’s own page only. */
  isOwnPage?: boolean;
}) {
  const { wide, narrow } = drawForPage(drawable);
  const content = isOwnPage || figures === null ? buildHoverContent(drawable, sources) : null;
  return (
    <ChartHover content={content} figures={figures} by={kindOf(drawable.model).nearness}>
      <PictureInWords label={drawable.label} />
      <DrawingBox drawing={wide} className="drawing-wide" />
      <DrawingBox drawing={narrow} className="drawing-narrow" />
    </ChartHover>
  );
}

interface PanelFigure {
  readonly value: string;
  readonly when: string;
  readonly href: string;
}

/** A small picture over time that has one width; figures are in the order of its hits. */
export function PanelDrawing({
  drawing,
  name,
  figures,
  label,
}: {
  drawing: Drawing;
  /** What the figures are of. */
  name: string;
  figures: readonly PanelFigure[];
  label: string;
}) {
  const spots = drawing.hits.map(({ x, y }, place): HoverSpot => [x, y, place]);
  return (
    <ChartHover
      content={{
        names: [[name]],
        figures: figures.map(
          ({ value, when, href }, place): HoverFigure => [0, place, value, when, '', href, ''],
        ),
        drawings: [{ area: toArea(drawing), spots }],
      }}
      figures={null}
      by="column"
      label={label}
    >
      <DrawingBox drawing={drawing} className="mt-1" />
    </ChartHover>
  );
}

function ChartHover({
  content,
  figures,
  by,
  label = 'Figures of the chart',
  children,
}: {
  /** The drawings are in the order of `children`; null: fetched, and linked to elsewhere. */
  content: HoverContent | null;
  figures: string | null;
  by: Nearness;
  label?: string;
  children: ReactNode;
}) {
  return (
    <chart-hover
      role="group"
      aria-label={label}
      aria-describedby="hover-help"
      // The arrow keys walk through the figures.
      tabIndex={0}
      by={by}
      figures={figures ?? undefined}
      className="relative block"
    >
      {children}
      {content && <FigureLinks {...content} />}
      {content && figures === null && (
        <script
          type="application/json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no text can end the script
          dangerouslySetInnerHTML={{ __html: JSON.stringify(content).replaceAll('<', '\\u003c') }}
        />
      )}
    </chart-hover>
  );
}

function DrawingBox({ drawing, className }: { drawing: Drawing; className: string }) {
  const { svg, width, height, links = [] } = drawing;
  return (
    <div className={`relative ${className}`}>
      <ServerDrawing svg={svg} />
      {links.length > 0 && (
        // A picture is one thing to a screen reader and may hold no links: they lie on top.
        // biome-ignore lint/a11y/noSvgWithoutTitle: not a picture but a layer of links, each with its title
        <svg viewBox={`0 0 ${width} ${height}`} className="drawn-links">
          {links.map(({ x, y, width, height, text, href }) => (
            <a key={href} href={href} aria-label={text}>
              <title>{text}</title>
              <rect x={Math.round(x)} y={y} width={Math.round(width)} height={height} />
            </a>
          ))}
        </svg>
      )}
    </div>
  );
}

/**
 * Every figure that has evidence as a plain link, for browsers without scripts; the
 * style sheet takes them away from all others. Keyboards reach the same links in
 * the table.
 */
function FigureLinks({ figures, drawings: [wide, narrow] }: HoverContent) {
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
            const address = figures[place]?.[5];
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
