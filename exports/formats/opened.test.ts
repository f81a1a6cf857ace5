/** Every image of everything that can be drawn is opened by programs that are not ours. */
import { spawnSync } from 'node:child_process';
import { Resvg } from '@resvg/resvg-js';
import { PNG } from 'pngjs';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { chooseSome } from '@/views/choose-cover-for-tests';
import type { Render } from '../format';
import { listOnePicturePublications, toName } from '../picture/publications-for-tests';
import type { Publication } from '../publication';
import { toFontOptions } from './font-files';
import { renderPdf } from './pdf';
import { renderPng } from './png';
import { renderSvg } from './svg';

let publications: readonly Publication[] = [];
beforeAll(async () => {
  publications = chooseSome(await listOnePicturePublications(openFrozenData()), 5);
});

async function draw(render: Render, publication: Publication, values = {}) {
  const { body } = await render(publication, values);
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  throw new Error(`${toName(publication)} is not drawn at once.`);
}

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

describe.each(['embedded', 'outlines', 'plain'])('SVG with its text as %s', (text) => {
  it('is drawn by resvg', async () => {
    for (const publication of publications) {
      const svg = String(await draw(renderSvg, publication, { text }));
      expect(new Resvg(svg, toFontOptions()).getBBox(), toName(publication)).toBeDefined();
    }
  });

  it.runIf(hasXmllint)('is well formed for xmllint', async () => {
    for (const publication of publications) {
      const input = await draw(renderSvg, publication, { text });
      const { stderr } = spawnSync('xmllint', ['--noout', '-'], { input, encoding: 'utf8' });
      expect(stderr, toName(publication)).toBe('');
    }
  });
});

it('PNG is read by pngjs, with the checksums of its chunks', async () => {
  for (const publication of publications) {
    const bytes = await draw(renderPng, publication, { size: 'social' });
    const { width, height } = PNG.sync.read(Buffer.from(bytes), { checkCRC: true });
    expect([width, height], toName(publication)).toEqual([1200, 630]);
  }
});

it('PDF is read by pdf.js, its title as text', async () => {
  for (const publication of publications) {
    const bytes = await draw(renderPdf, publication);
    const file = await getDocumentProxy(new Uint8Array(Buffer.from(bytes)));
    const { items } = await (await file.getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    const [first = ''] = publication.pictures.map(({ title }) => title.split(' ')[0]);
    expect(text.replaceAll(' ', ''), toName(publication)).toContain(first);
  }
});
