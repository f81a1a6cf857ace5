/**
 * The picture with a visitor's own figures as a file, in the frame of every publication. It
 * is made here, from what is shown: the server never learns of their figures.
 */
import { useState } from 'react';
import type { Series } from '@/charts/model';
import { buildPicture } from '@/exports/picture/frame';
import { buildOwn, type OwnChart } from './own-drawing';

interface OwnImageProps {
  readonly chart: OwnChart;
  /** The visitor's figures as their file has them. */
  readonly own: readonly Series[];
}

const WIDTH = 1200;
/** Pixels of a PNG for each of the picture's, for sharp screens. */
const SCALE = 2;

export function OwnImage({ chart, own }: OwnImageProps) {
  const [said, setSaid] = useState('');
  const save = async (kind: 'png' | 'svg') => {
    try {
      const { svg, width, height } = await buildOwnPicture({ chart, own });
      const image = new Blob([svg], { type: 'image/svg+xml' });
      const file = kind === 'svg' ? image : await toPng(image, width, height);
      const name = `${chart.stem}_with-your-figures.${kind}`;
      saveFile(file, name);
      setSaid(`Downloaded ${name}`);
    } catch {
      setSaid('This browser cannot make the image. Try SVG.');
    }
  };
  return (
    <p className="panel-buttons">
      <button type="button" className="primary" onClick={() => save('png')}>
        Download PNG
      </button>
      <button type="button" className="plain" onClick={() => save('svg')}>
        Download SVG
      </button>
      <span role="status" className="text-muted">
        {said || 'Your figures are included in the image. They stay in your browser.'}
      </span>
    </p>
  );
}

/** With the font inside, so that it is read on every machine as it is seen here. */
async function buildOwnPicture({ chart, own }: OwnImageProps) {
  const { model } = buildOwn({ chart, own });
  const names = own.map(({ label }) => label).join(', ');
  const picture = buildPicture(
    model,
    {
      ...chart.words,
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
