/** The words of pictures, in every font and at every size: none clipped, none cut to nonsense. */
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { chooseCover } from '@/views/choose-cover-for-tests';
import { getFirstPicture } from '../publication';
import { buildPicture, type Picture } from './frame';
import { listOnePicturePublications, toName } from './publications-for-tests';
import { type PictureSize, presets } from './size';
import { type DrawnText, listDrawnTexts } from './texts';
import { toPictureWords } from './words';

const SIZES: Readonly<Record<string, PictureSize>> = {
  'width=400': { width: 400, height: null },
  'width=400, bare': { width: 400, height: null },
  ...presets,
};

interface Sized {
  readonly name: string;
  readonly size: PictureSize;
  readonly picture: Picture;
}

const pictures: Sized[] = [];
beforeAll(async () => {
  const publications = await listOnePicturePublications(openFrozenData());
  const all = publications.flatMap((publication) =>
    Object.keys(SIZES).map((size) => ({ publication, size })),
  );
  const chosen = chooseCover(all, ({ publication, size }) => [
    `${toName(publication)} ${size.startsWith('width') ? 'small' : 'large'}`,
    `${getFirstPicture(publication).model.shape} ${size}`,
  ]);
  for (const { publication, size } of chosen) {
    const picture = buildPicture(getFirstPicture(publication).model, toPictureWords(publication), {
      size: SIZES[size]!,
      ...{ theme: 'light', background: 'solid' },
      frame: size.endsWith('bare') ? 'none' : 'publication',
    });
    if (!picture) throw new Error(`${toName(publication)} cannot be drawn at ${size}.`);
    pictures.push({ name: `${toName(publication)} ${size}`, size: SIZES[size]!, picture });
  }
});

const getWidth = ({ svg }: Picture) => Number(/viewBox="0 0 ([\d.]+)/.exec(svg)![1]);

describe('in the widest font that stands in for Inter', () => {
  const fonts = join(import.meta.dirname, '../../node_modules/@fontsource/dejavu-sans/files');
  const document = new PDFDocument({ autoFirstPage: false });

  function toEnds({ text, x, anchor, size, weight }: DrawnText) {
    const file = `dejavu-sans-latin-${weight === 600 ? 700 : 400}-normal.woff2`;
    const width = document.font(join(fonts, file)).fontSize(size).widthOfString(text);
    const start = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return [start, start + width] as const;
  }

  it('no words reach over an edge', () => {
    for (const { name, picture } of pictures) {
      for (const drawn of listDrawnTexts(picture.svg)) {
        const [start, end] = toEnds(drawn);
        expect(start, `${name}: ${drawn.text}`).toBeGreaterThanOrEqual(0);
        expect(end, `${name}: ${drawn.text}`).toBeLessThanOrEqual(getWidth(picture));
      }
    }
  });
});

describe('a name that is cut', () => {
  /** What is drawn and what it stands for, of every text with an ellipsis. */
  const listCut = ({ svg }: Picture) =>
    [...parseHTML(svg).document.querySelectorAll('g text')].flatMap((text) => {
      const whole = text.querySelector('title')?.textContent ?? null;
      const shown = [...text.childNodes]
        .filter(({ nodeName }) => nodeName.toLowerCase() !== 'title')
        .map(({ textContent }) => textContent)
        .join(' ');
      return shown.includes('…') ? [{ shown, whole }] : [];
    });

  it('reads like no other of its drawing', () => {
    for (const { name, picture } of pictures) {
      const cut = listCut(picture);
      const read = new Map(cut.map(({ shown, whole }) => [shown, whole]));
      for (const { shown, whole } of cut) expect(read.get(shown), name).toBe(whole);
    }
  });

  it('begins and ends as the whole does, which stands in its title', () => {
    for (const { name, picture } of pictures) {
      for (const { shown, whole } of listCut(picture)) {
        const [head = '', tail = ''] = shown.split('…');
        expect(whole?.startsWith(head), `${name}: ${shown}`).toBe(true);
        expect(whole?.endsWith(tail), `${name}: ${shown}`).toBe(true);
      }
    }
  });

  it('has no room: it takes a third of a picture of 1200 pixels and more', () => {
    for (const { name, size, picture } of pictures) {
      if (size.width < 1200) continue;
      const drawn = listDrawnTexts(picture.svg).filter(({ text }) => text.includes('…'));
      for (const { text, size: type } of drawn) {
        document.font(INTER).fontSize(type);
        expect(document.widthOfString(text), `${name}: ${text}`).toBeGreaterThan(
          getWidth(picture) / 3,
        );
      }
    }
  });

  const INTER = join(
    import.meta.dirname,
    '../../node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  );
  const document = new PDFDocument({ autoFirstPage: false });
});

it('a card has a title of three lines at the most, and two below the drawing unless its address is long', () => {
  for (const { name, size, picture } of pictures) {
    if (!size.isCard) continue;
    const hasLongAddress = picture.svg.includes('/calculators/');
    const { document } = parseHTML(picture.svg);
    const ofType = (type: number) =>
      document.querySelectorAll(`svg > text[font-size="${type}"]`).length;
    expect(ofType(18), name).toBeLessThanOrEqual(3);
    expect(ofType(11), name).toBeLessThanOrEqual(hasLongAddress ? 3 : 2);
  }
});
