/**
 * A visitor's own figures on a page: the only part of it that React runs in a browser.
 * It fills the parts that `WithOwnData` leaves empty, and is loaded when asked for.
 */
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { toTable } from '@/charts/kinds';
import { writeCsv } from '@/exports/formats/csv';
import { packArchive } from '@/exports/formats/pack';
import { listWorkbookMembers, toTableSheet } from '@/exports/formats/workbook';
import { buildPicture } from '@/exports/picture/frame';
import { forgetFile } from './kept-file';
import { OwnDataPanel, type ReadOwn } from './own-data-panel';
import {
  buildOwn,
  type OwnChart,
  OwnFigures,
  OwnPicture,
  readChart,
  type ShownOwn,
} from './own-drawing';
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

/**
 * The chart with a visitor's own figures as files: the picture in the frame of every
 * publication, and the table. All is made here, from what is shown: the server never learns
 * of their figures.
 */

const WIDTH = 1200;
/** Pixels of a PNG for each of the picture's, for sharp screens. */
const SCALE = 2;

const makers = {
  png: async (shown: ShownOwn) => {
    const { svg, width, height } = await buildOwnPicture(shown);
    return toPng(new Blob([svg], { type: 'image/svg+xml' }), width, height);
  },
  svg: async (shown: ShownOwn) =>
    new Blob([(await buildOwnPicture(shown)).svg], { type: 'image/svg+xml' }),
  csv: async (shown: ShownOwn) => toBlob(writeCsv(toTable(buildOwn(shown).model)), 'text/csv'),
  xlsx: async (shown: ShownOwn) =>
    toBlob(
      writeWorkbook(shown),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ),
};
type Kind = keyof typeof makers;

async function toBlob(pieces: AsyncIterable<string | Uint8Array>, type: string): Promise<Blob> {
  const all: BlobPart[] = [];
  for await (const piece of pieces) all.push(piece as BlobPart);
  return new Blob(all, { type });
}

const KINDS = Object.keys(makers) as Kind[];

function OwnFiles(shown: ShownOwn) {
  const [said, setSaid] = useState('');
  const save = async (kind: Kind) => {
    try {
      const name = `${shown.chart.stem}_with-your-figures.${kind}`;
      saveFile(await makers[kind](shown), name);
      setSaid(`Downloaded ${name}`);
    } catch {
      setSaid(`This browser cannot make ${kind.toUpperCase()}. Try another format.`);
    }
  };
  return (
    <p className="panel-buttons">
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={kind === 'png' ? 'primary' : 'plain'}
          onClick={() => save(kind)}
        >
          Download {kind.toUpperCase()}
        </button>
      ))}
      <span role="status" className="text-muted">
        {said || 'Your figures are included, marked “(yours)”. The files are made in your browser.'}
      </span>
    </p>
  );
}

/** Our figures and theirs, and what the columns and the chart are. */
function writeWorkbook(shown: ShownOwn) {
  const { model, label } = buildOwn(shown);
  const table = toTable(model);
  const day = new Date().toISOString().slice(0, 10);
  const {
    address,
    date,
    sources: [sources = ''],
  } = shown.chart.words;
  const about = [
    [label],
    ['Figures marked “(yours)” are from a file of the reader and no part of the tracker.'],
    [sources],
    [address],
    [date],
    ...model.notes.map((note) => [note]),
    ...table.columns.map(({ id, meaning, unit }) => [id, meaning, unit]),
  ];
  const sheets = [
    toTableSheet('Figures', table),
    { name: 'About', widths: [40, 80, 20], frozen: 1, rows: about.map((cells) => ({ cells })) },
  ];
  return packArchive(listWorkbookMembers(sheets, day), day);
}

/** With the font inside, so that it is read on every machine as it is seen here. */
async function buildOwnPicture({ chart, own }: ShownOwn) {
  const { model } = buildOwn({ chart, own });
  const names = own.map(({ label }) => label).join(', ');
  const picture = buildPicture(
    model,
    {
      ...chart.words,
      metadata: '',
      subtitle: `${chart.words.subtitle} With figures of the reader: ${names}.`,
      notes: model.notes,
    },
    {
      size: { width: WIDTH, height: null },
      theme: 'light',
      background: 'solid',
      frame: 'publication',
    },
  );
  if (!picture) throw new Error('The image has no room.');
  const font = await fetch('/embed/inter.woff2').then((answer) => answer.blob());
  const face = `@font-face{font-family:Inter;font-weight:400 700;src:url(${await toDataUrl(font)})}`;
  return { ...picture, svg: picture.svg.replace('<title>', `<style>${face}</style><title>`) };
}

function toDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

async function toPng(svg: Blob, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(svg);
  await image.decode();
  const canvas = new OffscreenCanvas(width * SCALE, height * SCALE);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return canvas.convertToBlob({ type: 'image/png' });
}

function saveFile(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
