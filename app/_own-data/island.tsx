/**
 * A visitor's own figures on a page: the only part of it that React runs in a browser.
 * It fills the parts that `WithOwnData` leaves empty, and is loaded when asked for.
 */
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { forgetFile } from './kept-file';
import { OwnDataPanel, type ReadOwn } from './own-data-panel';
import { type OwnChart, OwnFigures, OwnPicture, readChart } from './own-drawing';
import { OwnFiles } from './own-files';
import { type OwnPart, toOwnId } from './with-own-data';

export interface Island {
  /** Draws over the chart whose model is at an address. Throws where it cannot be read. */
  show(model: string): Promise<void>;
  /** Takes everything away again. */
  close(): void;
}

/** Opens the panel in an `own-data` element. */
export function openIsland(host: HTMLElement, onClose: () => void): Island {
  const find = (part: OwnPart) => document.getElementById(toOwnId(host.id, part));
  const [panel, picture, figures] = [find('panel'), find('picture'), find('figures')];
  if (!panel || !picture || !figures) throw new Error('The page has no place for own data.');
  const root = createRoot(panel);
  let latest = '';
  const island: Island = {
    async show(model) {
      latest = model;
      const chart = await readChart(model);
      if (latest !== model) return;
      root.render(
        <OwnData
          host={host.id}
          chart={chart}
          picture={picture}
          figures={figures}
          onDraw={(isDrawn) => host.toggleAttribute('data-drawn', isDrawn)}
          onClose={() => {
            forgetFile(host.id);
            island.close();
          }}
        />,
      );
    },
    close() {
      latest = '';
      root.unmount();
      host.removeAttribute('data-drawn');
      onClose();
    },
  };
  return island;
}

function OwnData({
  host,
  chart,
  picture,
  figures,
  onDraw,
  onClose,
}: {
  host: string;
  chart: OwnChart;
  picture: HTMLElement;
  figures: HTMLElement;
  onDraw: (isDrawn: boolean) => void;
  onClose: () => void;
}) {
  const [read, setRead] = useState<ReadOwn | null>(null);
  const shown = read?.(chart) ?? null;
  const isDrawn = shown !== null;
  useEffect(() => {
    onDraw(isDrawn);
  });
  // The panel stands below the picture that it changes: another series in it is shown, a
  // corrected figure is not worth leaving the text for.
  const drawn = shown?.own.map(({ label }) => label).join('\n');
  useEffect(() => {
    if (drawn) picture.scrollIntoView({ block: 'nearest' });
  }, [drawn, picture]);
  return (
    <>
      {shown && createPortal(<OwnPicture {...shown} />, picture)}
      {shown && createPortal(<OwnFigures {...shown} />, figures)}
      {/* A function in a state's setter would be called, so it is wrapped. */}
      <OwnDataPanel
        host={host}
        chart={chart}
        onDraw={(next) => setRead(() => next)}
        onClose={onClose}
      >
        {shown && <OwnFiles {...shown} />}
      </OwnDataPanel>
    </>
  );
}
