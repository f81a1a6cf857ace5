'use client';
/**
 * A drawing and its figures, over which a visitor may draw their own. Here is only
 * the button: reader, drawing code and the chart's model come when it is pressed.
 */
import { type ReactNode, useState } from 'react';
import type { OwnDataPanel } from './own-data-panel';
import type { OwnChart } from './read-chart';

interface Opened {
  readonly Panel: typeof OwnDataPanel;
  readonly chart: OwnChart;
}

export function WithOwnData({
  model,
  figures,
  children,
}: {
  /** Where the chart's model is; null for pictures that take no figures of others. */
  model: string | null;
  figures: ReactNode;
  /** The drawing and what stands below it. */
  children: ReactNode;
}) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const [overlay, setOverlay] = useState<ReactNode>(null);

  async function open(address: string) {
    setState('loading');
    try {
      const [{ OwnDataPanel: Panel }, { readChart }] = await Promise.all([
        import('./own-data-panel'),
        import('./read-chart'),
      ]);
      setOpened({ Panel, chart: await readChart(address) });
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  function close() {
    setOverlay(null);
    setOpened(null);
  }

  return (
    <>
      {overlay ?? (
        <>
          {children}
          {figures}
        </>
      )}
      {model !== null && !opened && (
        <p className="no-print mt-3 text-sm noscript:hidden">
          <button
            type="button"
            disabled={state === 'loading'}
            onClick={() => open(model)}
            className="cursor-pointer rounded-tremor-default border border-rule px-3 py-1 text-accent"
          >
            {state === 'loading' ? 'Loading …' : 'Compare your own data'}
          </button>{' '}
          {state === 'failed' && (
            <span role="alert">It could not be loaded. Please try again.</span>
          )}
        </p>
      )}
      {opened && <opened.Panel chart={opened.chart} onDraw={setOverlay} onClose={close} />}
    </>
  );
}
