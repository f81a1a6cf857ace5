/** Opens pictures with other programs' eyes: PNG, PDF. */
import { Resvg } from '@resvg/resvg-js';
import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it, test } from 'vitest';
import { openFiles } from './files-for-tests';

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
});

describe('SVG', () => {
  it('has outlines for words, and still says what it is', async () => {
    const { text } = await files.get('/charts/market-share.svg?text=outlines');
    expect(text).not.toContain('<text');
    expect(text).toContain('<path');
    expect(text).toMatch(
      /^<svg [^>]*width="1200"[^>]*aria-label="[^"]+"[^>]*><title>[^<]+<.title><desc>/,
    );
  });
});

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
    const chunk = Buffer.from(bytes).subarray(33, 54);
    expect(chunk.toString('latin1', 4, 8)).toBe('pHYs');
    expect([chunk.readUInt32BE(8), chunk.readUInt32BE(12), chunk[16]]).toEqual([
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
