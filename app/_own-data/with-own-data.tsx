/**
 * A drawing and its figures, over which a visitor may draw their own: what does so is
 * loaded when the button is pressed, and fills the parts that are empty here.
 */
import type { ReactNode } from 'react';
import { BUTTON } from '../_ui/field';

export function WithOwnData({
  slug,
  model,
  time,
  figures,
  children,
}: {
  /** The chart's; tells the parts of one page apart. */
  slug: string;
  /** Where the chart's model is; null for pictures that take no figures of others. */
  model: string | null;
  /** Chooses the time shown, below the drawing. */
  time: ReactNode;
  figures: ReactNode;
  /** The drawing. */
  children: ReactNode;
}) {
  const part = (name: OwnPart) => <div id={`${slug}-own-${name}`} data-kept={name} />;
  return (
    <own-data model={model ?? undefined} className="block">
      {part('picture')}
      <div className="ours">{children}</div>
      {time}
      {part('figures')}
      <div className="ours">{figures}</div>
      {model !== null && (
        <>
          <p
            id={`${slug}-own-opener`}
            data-kept="opener"
            className="no-print with-script mt-3 text-sm"
          >
            <button type="button" data-opens="" className={BUTTON}>
              Compare your own data
            </button>
          </p>
          <p className="no-print without-script mt-3 text-sm text-muted">
            With JavaScript, your own figures can be drawn over these; they stay in your browser.
          </p>
        </>
      )}
      {part('panel')}
    </own-data>
  );
}

/** What a redrawing of the page leaves alone. */
export type OwnPart = 'picture' | 'figures' | 'panel';
