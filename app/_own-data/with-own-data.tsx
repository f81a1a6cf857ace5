/**
 * A drawing or a table over which a visitor may draw their own figures: what does so is
 * loaded when asked for, and fills the parts that are empty here.
 */
import type { ReactNode } from 'react';
import type { Tab } from '@/address/opened';

export function WithOwnData({
  slug,
  model,
  tab,
  children,
}: {
  /** The chart's; tells the parts of one page apart. */
  slug: string;
  /** Where the chart's model is; null for pictures that take no figures of others. */
  model: string | null;
  /** What is shown in place of the drawing; null: nothing. */
  tab: Tab | null;
  /** The drawing, or what is in its place. */
  children: ReactNode;
}) {
  const part = (name: OwnPart) => <OwnPlace slug={slug} name={name} />;
  return (
    <own-data
      id={`${slug}-own`}
      model={model ?? undefined}
      data-tab={tab ?? 'chart'}
      className="stage"
    >
      <div className="ours">{children}</div>
      {model !== null && (
        <>
          {part('picture')}
          {part('figures')}
        </>
      )}
    </own-data>
  );
}

/** Where the island finds a part of its own: in the element, or, as the panel, below it. */
export const toOwnId = (hostId: string, name: OwnPart): string => `${hostId}-${name}`;

/** A place that is filled in the browser, and that a redrawing of the page leaves alone. */
export function OwnPlace({ slug, name }: { slug: string; name: OwnPart }) {
  return <div id={toOwnId(`${slug}-own`, name)} data-kept={name} />;
}

export type OwnPart = 'picture' | 'figures' | 'panel';
