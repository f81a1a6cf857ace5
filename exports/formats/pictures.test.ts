/** Opens pictures with other programs' eyes: PNG, PDF. */
import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it, test } from 'vitest';
import { colors } from '@/charts/colors';
import { listDrawnTexts } from '../picture/texts';
import { openFiles } from './files-for-tests';
import { toFontFile, toFontOptions } from './font-files';

const files = openFiles();

describe('PNG', () => {
  const size = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };

  test.each([
    ['size=article', [1200, 800]],
    ['size=slide', [1920, 1080]],
    ['size=square', [1080, 1080]],
    ['size=social', [1200, 630]],
    ['size=print', [2126, 1417]],
    ['width=400&height=500', [400, 500]],
    ['size=article&density=2', [2400, 1600]],
  ])('%s gives %j pixels', async (query, expected) => {
    const { bytes } = await files.get(`/charts/market-share.png?${query}`);
    expect(size(bytes)).toEqual(expected);
  });

  it('has the same bytes each time', async () => {
    const { bytes } = await files.get('/charts/market-share.png?theme=dark');
    const { bytes: again } = await files.get('/charts/market-share.png?theme=dark');
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
  });

  it('is refused at once when it would be huge', async () => {
    const { answer, text } = await files.get(
      '/charts/market-share.png?width=4000&height=4000&density=3',
    );
    expect(answer.status).toBe(409);
    expect(JSON.parse(text).problems[0]).toMatchObject({ parameter: 'density', allowed: ['1'] });
  });

  it('takes what was called scale, of the axis and of the pixels at once', async () => {
    const { answer, bytes } = await files.get(
      '/charts/papers-by-vendor.png?scale=linear&scale=2&size=article',
    );
    expect(answer.status).toBe(200);
    expect(size(bytes)).toEqual([2400, 1600]);
  });
});

/** The parts of a PNG, in their order. */
function listChunks(bytes: Uint8Array) {
  const file = Buffer.from(bytes);
  const chunks: { name: string; payload: Buffer }[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    chunks.push({ name, payload: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** What a PNG says of itself, by keyword. */
function readTexts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    listChunks(bytes).flatMap(({ name, payload }) => {
      const keyword = payload.toString('latin1', 0, payload.indexOf(0));
      if (name === 'tEXt') return [[keyword, payload.toString('latin1', keyword.length + 1)]];
      return name === 'iTXt' ? [[keyword, payload.toString('utf8', keyword.length + 5)]] : [];
    }),
  );
}

describe('the pixels of a PNG', () => {
  test.each([
    ['', 2, colors.card.light],
    ['&theme=dark', 2, colors.card.dark],
    ['&background=transparent', 6, undefined],
  ])(
    'are those that resvg draws, without transparency where there is none: %s',
    async (more, type, background) => {
      const path = (extension: string) => `/charts/market-share.${extension}?width=600${more}`;
      const { bytes } = await files.get(path('png'));
      const { text } = await files.get(path('svg'));
      const own = PNG.sync.read(Buffer.from(bytes), { checkCRC: true });
      const [header] = listChunks(bytes);
      expect(header?.payload[9]).toBe(type);
      const drawn = PNG.sync.read(
        Buffer.from(
          new Resvg(text, { ...toFontOptions(), ...(background && { background }) })
            .render()
            .asPng(),
        ),
      );
      expect([own.width, own.height]).toEqual([drawn.width, drawn.height]);
      const isFar = (value: number, at: number) => Math.abs(value - (drawn.data[at] ?? 0)) > 1;
      expect([...own.data].filter(isFar)).toEqual([]);
    },
  );
});

describe('a picture says whose it is, what it shows and where it stands', () => {
  const address = `/charts/market-share?snapshot=${files.tracker.snapshot.id}`;
  const license = 'https://creativecommons.org/licenses/by/4.0/';

  it('as PNG, in texts and in XMP', async () => {
    const { bytes } = await files.get('/charts/market-share.png');
    const { text } = await files.get('/charts/market-share.svg');
    const title = /<title>([^<]+)<.title>/.exec(text)![1]!;
    const texts = readTexts(bytes);
    expect(texts.Title).toBe(title);
    expect(texts.Description).not.toBe('');
    expect(texts.Author).toMatch(/^AI Hardware Tracker, figures of .*Epoch AI/);
    expect(texts.Copyright).toContain(license);
    expect(texts.Source).toContain(address);
    expect(texts['XML:com.adobe.xmp']).toContain(/<rdf:RDF.*<.rdf:RDF>/.exec(text)![0]);
  });

  it('in plain texts that every program lists, as far as they are Latin', async () => {
    const { bytes } = await files.get('/charts/market-share.png');
    const plain = listChunks(bytes).filter(({ name }) => name === 'tEXt');
    const keywords = plain.map(({ payload }) => payload.toString('latin1', 0, payload.indexOf(0)));
    expect(keywords).toEqual(expect.arrayContaining(['Author', 'Copyright', 'Source']));
  });

  it.each(['', '?text=outlines', '?text=plain'])('as SVG%s, in RDF', async (query) => {
    const { text } = await files.get(`/charts/market-share.svg${query}`);
    const { document } = parseHTML(text.replaceAll(/<(\/?)(?:dc|rdf|cc|xmpRights):/g, '<$1x-'));
    const metadata = document.querySelector('svg > metadata')!;
    const read = (name: string) => metadata.querySelector(`x-${name}`)?.textContent ?? '';
    expect(read('title')).toBe(document.querySelector('svg > title')?.textContent);
    expect(read('creator')).toBe('AI Hardware Tracker');
    expect(read('source')).toContain('Epoch AI');
    expect(read('rights')).toContain(license);
    expect(read('identifier')).toContain(address);
    expect(metadata.querySelector('x-license')?.getAttribute('rdf:resource')).toBe(license);
  });
});

describe('what a visitor writes', () => {
  const WRITTEN = '\u0000\u0001\u001b\u007f\ufffe\uffff<script>]]>&"\'';

  it.each(['svg', 'png', 'pdf', 'zip', 'xlsx'])('never breaks a %s', async (extension) => {
    const asked = encodeURIComponent(WRITTEN);
    const { answer, bytes, text } = await files.get(
      `/charts/accelerator-holders.${extension}?q=${asked}`,
    );
    expect(answer.status).toBe(200);
    if (extension === 'svg') expect(() => new Resvg(text)).not.toThrow();
    if (extension === 'zip' || extension === 'xlsx') {
      for (const [name, member] of Object.entries(unzipSync(bytes))) {
        if (/\.(xml|svg)$/.test(name)) expect(new TextDecoder().decode(member)).not.toMatch(NO_XML);
      }
    }
  });
});

const NO_XML = /[\ufffe\uffff]|[^\P{Cc}\t\n\r]/u;

const STREAM = /stream\r?\n([\s\S]*?)endstream/g;

/** Empty for what is no packed text. */
function tryInflate(packed: Buffer): string {
  try {
    return inflateSync(packed).toString('latin1');
  } catch {
    return '';
  }
}

describe('PDF', () => {
  it('holds its words as text', async () => {
    const { bytes } = await files.get('/charts/nvidia-data-center-revenue.pdf');
    const page = await (await getDocumentProxy(bytes)).getPage(1);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    // Letters stand one by one; spaces are not always written.
    expect(text.replaceAll(' ', '')).toContain('datacenterrevenueis$');
    expect(text.replaceAll(' ', '')).toContain(`snapshot${files.tracker.snapshot.id.slice(0, 6)}`);
  });

  it('fills words over their halo, not the halo over them', async () => {
    const { bytes } = await files.get('/charts/nvidia-data-center-revenue.pdf');
    const content = [...Buffer.from(bytes).toString('latin1').matchAll(STREAM)]
      .map(([, packed = '']) => tryInflate(Buffer.from(packed, 'latin1')))
      .join('');
    // Each block shows some letters, filled (0) or as their edge alone (1).
    const shown = [...content.matchAll(/\bBT\b([\s\S]*?)\bET\b/g)].map(([, block = '']) => ({
      mode: Number(block.match(/(\d) Tr/)?.[1]),
      words: [...block.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, letter]) => letter).join(' '),
    }));
    const [FILLED, STROKED] = [0, 1];
    const last = new Map(shown.map((one) => [one.words, one.mode]));
    const haloed = shown.filter((one) => one.mode === STROKED);
    expect(haloed.length).toBeGreaterThan(0);
    for (const one of haloed) expect(last.get(one.words), one.words).toBe(FILLED);
    expect(shown.every((one) => one.mode === FILLED || one.mode === STROKED)).toBe(true);
  });
});

describe('SVG', () => {
  const get = async (query: string) =>
    (await files.get(`/charts/chip-efficiency.svg${query}`)).text;

  it('has outlines for words, and still says what it is', async () => {
    const text = await get('?text=outlines');
    expect(text).not.toContain('<text');
    expect(text).toContain('<path');
    expect(text).toMatch(
      /^<svg [^>]*width="1200"[^>]*aria-label="[^"]+"[^>]*><title>[^<]+<.title><desc>/,
    );
  });

  it('brings the letters of its words along, and is else what it is to edit', async () => {
    const text = await get('');
    expect(text.replace(/<style>.*?<.style>/, '')).toBe(await get('?text=plain'));
    const faces = [...text.matchAll(FACE)];
    expect(faces.map(([, face]) => face)).toEqual([
      'font-family:Inter;font-weight:400',
      'font-family:Inter;font-weight:400;font-style:italic',
      'font-family:Inter;font-weight:600',
    ]);
    const drawn = listDrawnTexts(text);
    const [regular, , bold] = faces.map(([, , font = '']) => Buffer.from(font, 'base64'));
    const ofWeight = (weight: number) =>
      drawn.filter((one) => one.weight === weight && !one.isItalic).map(({ text }) => text);
    expect(measureAll(regular!, ofWeight(400))).toEqual(
      measureAll(toFontFile('400Regular'), ofWeight(400)),
    );
    expect(measureAll(bold!, ofWeight(600))).toEqual(
      measureAll(toFontFile('600SemiBold'), ofWeight(600)),
    );
    expect(regular!.length).toBeLessThan(8000);
  });

  it('is the same each time', async () => {
    expect(await get('?theme=dark')).toBe(await get('?theme=dark'));
  });

  it('understands how text to edit was once asked for', async () => {
    expect(await get('?text=text')).toBe(await get('?text=plain'));
  });
});

const FACE = /@font-face\{([^}]*?);src:url\(data:font\/woff2;base64,([^)]*)\)\}/g;

/** How wide texts are in a font, with figures as in columns. */
function measureAll(font: string | Buffer, texts: readonly string[]): number[] {
  const document = new PDFDocument({ autoFirstPage: false });
  document.font(font).fontSize(1000);
  return texts.map((text) => document.widthOfString(text, { features: ['tnum', 'kern'] }));
}

describe('a picture for print is 18 × 12 cm', () => {
  const path = (extension: string, more = '') =>
    `/charts/market-share.${extension}?size=print${more}`;

  it('as PDF', async () => {
    const { bytes } = await files.get(path('pdf'));
    const [, , width, height] = (await (await getDocumentProxy(bytes)).getPage(1)).view;
    expect([Math.round(width!), Math.round(height!)]).toEqual([510, 340]);
  });

  it('as SVG', async () => {
    const { text } = await files.get(path('svg'));
    expect(text).toMatch(/^<svg [^>]*width="180mm" height="120mm" viewBox="0 0 [\d.]+ [\d.]+"/);
  });

  test.each([
    ['', 11_811],
    ['&density=2', 23_622],
  ])('as PNG%s', async (more, pixelsPerMeter) => {
    const { bytes } = await files.get(path('png', more));
    const file = PNG.sync.read(Buffer.from(bytes), { checkCRC: true });
    expect(file.width).toBe(more ? 4252 : 2126);
    const [, chunk] = listChunks(bytes);
    expect(chunk?.name).toBe('pHYs');
    const { payload } = chunk!;
    expect([payload.readUInt32BE(0), payload.readUInt32BE(4), payload[8]]).toEqual([
      pixelsPerMeter,
      pixelsPerMeter,
      1,
    ]);
  });

  it('unless another width is asked for', async () => {
    const { text } = await files.get(path('svg', '&width=1000'));
    expect(text).toContain('width="1000"');
  });
});
