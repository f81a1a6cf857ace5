import type { Drawable, drawForPage } from '@/charts/page-drawings';

/** A picture that the server drew: its SVG, put into the page. */
export function ServerDrawing({ svg, className = '' }: { svg: string; className?: string }) {
  return (
    <div
      className={`drawing ${className}`.trim()}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own drawing, texts escaped by Plot
      dangerouslySetInnerHTML={{ __html: hideFromTextBrowsers(svg) }}
    />
  );
}

/** A chart that cannot be hovered: drawn for wide screens and for phones, told once in words. */
export function ChartPicture({ drawable, draw }: PictureProps) {
  const { wide, narrow } = draw(drawable);
  return (
    <>
      <PictureInWords label={drawable.label} />
      <ServerDrawing svg={wide.svg} className="drawing-wide" />
      <ServerDrawing svg={narrow.svg} className="drawing-narrow" />
    </>
  );
}

interface PictureProps {
  readonly drawable: Drawable;
  readonly draw: typeof drawForPage;
}

/** What a picture says, for browsers that show none: those that show it hide this. */
export const PictureInWords = ({ label }: { label: string }) => <p hidden>{label}</p>;

/**
 * The same drawing with its labels as character data: whoever draws SVG shows them, a
 * browser of texts passes over them instead of reading axes and labels in one row.
 */
function hideFromTextBrowsers(svg: string): string {
  return svg.replace(/(<(?:text|tspan)\b[^>]*>)([^<]+)/g, (_, tag: string, text: string) => {
    const plain = text
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    return `${tag}<![CDATA[${plain.replaceAll('&gt;', ']]>&gt;<![CDATA[')}]]>`;
  });
}
