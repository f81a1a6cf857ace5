'use client';
/**
 * A drawing and its figures, over which a visitor may draw their own. Here is only
 * the button: reader, drawing code and the chart's model come when it is pressed,
 * and the model anew when another view of the chart is chosen.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { BUTTON } from '../_ui/field';
import type { OwnDataPanel, ReadOwn } from './own-data-panel';
import type { OwnFigures, OwnPicture } from './own-drawing';
import type { OwnChart } from './read-chart';

interface Tools {
  readonly Panel: typeof OwnDataPanel;
  readonly Picture: typeof OwnPicture;
  readonly Figures: typeof OwnFigures;
  readonly readChart: (address: string) => Promise<OwnChart>;
}

export function WithOwnData({
  model,
  time,
  figures,
  children,
}: {
  /** Where the chart's model is; null for pictures that take no figures of others. */
  model: string | null;
  /** Chooses the time shown, below the drawing. */
  time: ReactNode;
  figures: ReactNode;
  /** The drawing. */
  children: ReactNode;
}) {
  const [tools, setTools] = useState<Tools | null>(null);
  const [chart, setChart] = useState<OwnChart | null>(null);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const [read, setRead] = useState<ReadOwn | null>(null);
  const drawing = useRef<HTMLDivElement>(null);

  // The button stands below the picture that it changes.
  useEffect(() => {
    if (read) drawing.current?.scrollIntoView({ block: 'nearest' });
  }, [read]);

  async function open() {
    setState('loading');
    try {
      const [{ OwnDataPanel: Panel }, { OwnPicture: Picture, OwnFigures: Figures }, reader] =
        await Promise.all([
          import('./own-data-panel'),
          import('./own-drawing'),
          import('./read-chart'),
        ]);
      setTools({ Panel, Picture, Figures, readChart: reader.readChart });
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  useEffect(() => {
    if (!tools || model === null) return;
    let isCurrent = true;
    tools
      .readChart(model)
      .then((found) => {
        if (!isCurrent) return;
        setChart(found);
        setState('idle');
      })
      .catch(() => isCurrent && setState('failed'));
    return () => {
      isCurrent = false;
    };
  }, [tools, model]);

  function close() {
    setRead(null);
    setTools(null);
    setChart(null);
  }

  const own = chart && read?.(chart);
  return (
    <>
      <div ref={drawing}>
        {tools && chart && own ? <tools.Picture chart={chart} own={own} /> : children}
      </div>
      {time}
      {tools && chart && own ? <tools.Figures chart={chart} own={own} /> : figures}
      {model !== null && !tools && (
        <p className="no-print mt-3 text-sm noscript:hidden">
          <button type="button" disabled={state === 'loading'} onClick={open} className={BUTTON}>
            {state === 'loading' ? 'Loading …' : 'Compare your own data'}
          </button>
        </p>
      )}
      {state === 'failed' && (
        <p role="alert" className="mt-3 text-sm">
          It could not be loaded. Please try again.
        </p>
      )}
      {tools && chart && (
        // A function in a state's setter would be called, so it is wrapped.
        <tools.Panel chart={chart} onDraw={(next) => setRead(() => next)} onClose={close} />
      )}
    </>
  );
}
