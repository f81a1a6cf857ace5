/**
 * The chart with a visitor's own figures as files: the picture in the frame of every
 * publication, and the table. All is made here, from what is shown: the server never learns
 * of their figures.
 */
import { useState } from 'react';
import { toTable } from '@/charts/kinds';
import { writeCsv } from '@/exports/formats/csv';
import { packArchive } from '@/exports/formats/pack';
import { listWorkbookMembers, toTableSheet } from '@/exports/formats/workbook';
import { buildPicture } from '@/exports/picture/frame';
import { buildOwn, type ShownOwn } from './own-drawing';

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

export function OwnFiles(shown: ShownOwn) {
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
