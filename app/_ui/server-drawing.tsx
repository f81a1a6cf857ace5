/** A picture that the server drew: its SVG, put into the page as it is. */
export function ServerDrawing({ svg, className = '' }: { svg: string; className?: string }) {
  return (
    <div
      className={`drawing ${className}`.trim()}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own drawing, texts escaped by Plot
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
