/** Opens pictures with other programs' eyes: PNG, PDF. */
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Files, openFiles } from './files-for-tests';

let files: Files;
beforeAll(async () => {
  files = await openFiles();
});
afterAll(() => files.remove());

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
    ['size=article&scale=2', [2400, 1600]],
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
      '/charts/market-share.png?width=4000&height=4000&scale=3',
    );
    expect(answer.status).toBe(400);
    expect(JSON.parse(text).problems[0]).toMatchObject({ parameter: 'scale', allowed: ['1'] });
  });

  it('takes the scale of the axis and of the pixels at once', async () => {
    const { answer, bytes } = await files.get(
      '/charts/papers-by-vendor.png?scale=linear&scale=2&size=article',
    );
    expect(answer.status).toBe(200);
    expect(size(bytes)).toEqual([2400, 1600]);
  });
});

describe('PDF', () => {
  it('holds its words as text', async () => {
    const { bytes } = await files.get('/charts/nvidia-data-center-revenue.pdf');
    const page = await (await getDocumentProxy(bytes)).getPage(1);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    // Letters stand one by one; spaces are not always written.
    expect(text.replaceAll(' ', '')).toContain('data-centerrevenue');
    expect(text.replaceAll(' ', '')).toContain(`snapshot${files.tracker.snapshot.id.slice(0, 6)}`);
  });
});
