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
  const part = (name: OwnPart) => <div id={`${slug}-own-${name}`} data-kept={name} />;
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
          {part('panel')}
        </>
      )}
    </own-data>
  );
}

/** What a redrawing of the page leaves alone. */
export type OwnPart = 'picture' | 'figures' | 'panel';
