/** A chart as a small picture, fetched when it comes into sight, in the colors that are shown. */
import { toHref } from '@/address/href';
import type { ChartView } from '@/views/chart-view';

const SIZE = { width: 400, height: 240 } as const;

export function ChartThumbnail({
  view: { chart, canonical },
}: {
  view: Pick<ChartView, 'chart' | 'canonical'>;
}) {
  return (['light', 'dark'] as const).map((theme) => (
    // biome-ignore lint/performance/noImgElement: an SVG of our own, which nothing can shrink
    <img
      key={theme}
      className={`in-${theme}`}
      loading="lazy"
      alt=""
      {...SIZE}
      src={toHref(`/charts/${chart.slug}.svg`, {
        ...canonical,
        frame: 'none',
        width: String(SIZE.width),
        height: String(SIZE.height),
        background: 'transparent',
        ...(theme === 'dark' ? { theme } : {}),
      })}
    />
  ));
}
