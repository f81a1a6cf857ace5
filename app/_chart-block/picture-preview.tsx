/**
 * The picture as the form around it would make it. Without scripts it shows the
 * form's first choices and leads to that picture.
 */
export function PicturePreview({
  href,
  title,
}: {
  /** Address of the picture with every choice left at its default. */
  href: string;
  title: string;
}) {
  return (
    <picture-preview href={href} className="grid max-w-full gap-1">
      {/* As high as the squarest of the usual sizes: whatever is chosen, nothing below moves. */}
      <a href={href} className="flex h-60 w-80 max-w-full items-start">
        {/* biome-ignore lint/performance/noImgElement: an SVG that is drawn once and needs no resizing */}
        <img
          src={href}
          alt={`Preview: ${title}`}
          loading="lazy"
          className="max-h-full max-w-full border"
        />
      </a>
      <p role="status" className="text-xs text-muted">
        Preview
      </p>
    </picture-preview>
  );
}
