/** What a reader marks travels with every file, and changes nothing that is said or counted. */
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { toXmlText } from '@/units/xml-text';
import { type ChartView, getChartView } from '@/views/chart-view';
import { chooseCover } from '@/views/choose-cover-for-tests';
import { listNotePlaces } from '@/views/mark-model';
import { answerEmbed } from './embed/embed-answer';
import { openFiles } from './formats/files-for-tests';
import { WRONG_VALUES } from './wrong-values-for-tests';

const { tracker, get } = openFiles();
const WORDS = 'ordered <b>10% & "more"</b>';
const ESCAPED = 'ordered &lt;b&gt;10% &amp; &quot;more&quot;&lt;/b&gt;';
const charts: { slug: string; shape: string; query: string; plain: ChartView }[] = [];

beforeAll(async () => {
  for (const chart of publishedCharts) {
    const { view: plain } = await getChartView(tracker, chart);
    const [place] = listNotePlaces(plain.model);
    if (!place) throw new Error(`${chart.slug} has no place for a note.`);
    const query = String(new URLSearchParams({ note: `${place.id}:${WORDS}` }));
    charts.push({ slug: chart.slug, shape: plain.model.shape, query, plain });
  }
});

/** Each shape once. */
const listCover = () => chooseCover(charts, ({ shape }) => [shape]);

/** The texts of a ZIP whose members have their sizes in the directory at its end. */
function readMembers(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = file.readUInt32LE(end + 16);
  const members = new Map<string, string>();
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const packed = file.readUInt16LE(at + 10) === 8;
    const [size, name, extra, comment] = [
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
    ];
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const content = file.subarray(start, start + size);
    members.set(
      file.toString('utf8', at + 46, at + 46 + name),
      (packed ? inflateRawSync(content) : content).toString('utf8'),
    );
    at += 46 + name + extra + comment;
  }
  return members;
}

describe('a reader’s note', () => {
  it('changes no finding, figure or file of rows of any chart', async () => {
    for (const { slug, query, plain } of charts) {
      const chart = publishedCharts.find((one) => one.slug === slug)!;
      const { view, corrections } = await getChartView(tracker, chart, {
        note: new URLSearchParams(query).get('note')!,
      });
      expect(corrections, slug).toEqual([]);
      expect(view.marks.notes, slug).toHaveLength(1);
      for (const key of ['finding', 'measure', 'title', 'summary', 'reading'] as const) {
        expect(view[key], slug).toEqual(plain[key]);
      }
    }
    for (const { slug, query } of listCover()) {
      const [marked, whole] = [
        await get(`/charts/${slug}.csv?${query}`),
        await get(`/charts/${slug}.csv`),
      ];
      expect(marked.text, slug).toBe(whole.text);
    }
  });

  it('is drawn in images of every shape, and in embeds', async () => {
    for (const { slug, query } of listCover()) {
      const { text } = await get(`/charts/${slug}.svg?${query}`);
      const said = text.replaceAll(/<\/text><text[^>]*>/g, ' ');
      expect(said, slug).toContain('Reader’s note, ');
      expect(said, slug).toContain(ESCAPED);
      const request = new Request(`http://localhost/embed/${slug}?${query}`);
      const embed = await (await answerEmbed(request, tracker, slug)).text();
      expect(embed, slug).toContain('class="remarks"');
      expect(embed, slug).not.toContain('<b>10%');
    }
  });

  it('is in every other format that has room for words', async () => {
    const { slug, query } = charts.find((one) => one.slug === 'market-share')!;
    const read = (extension: string) => get(`/charts/${slug}.${extension}?${query}`);
    const { reader_notes, description } = JSON.parse((await read('json')).text);
    expect(reader_notes).toEqual([expect.objectContaining({ text: WORDS })]);
    expect(description.join('\n')).toContain(WORDS);
    const described = JSON.parse((await read('csv-metadata.json')).text);
    expect(described['dc:description']).toContain(WORDS);
    for (const [extension, member] of [
      ['pptx', /slides\/slide1\.xml$/],
      ['pptx', /notesSlide1\.xml$/],
      ['docx', /document\.xml$/],
      ['xlsx', /sheet\d\.xml$/],
    ] as const) {
      const members = [...readMembers((await read(extension)).bytes)];
      const texts = members.filter(([name]) => member.test(name)).map(([, text]) => text);
      expect(texts.join(''), `${extension} ${member}`).toContain('Reader’s note, ');
      expect(texts.join(''), `${extension} ${member}`).toContain(ESCAPED);
    }
    const zip = [...readMembers((await read('zip')).bytes)];
    expect(zip.find(([name]) => name.endsWith('README.md'))?.[1]).toContain(WORDS);
    for (const extension of ['png', 'pdf']) {
      expect((await read(extension)).answer.status, extension).toBe(200);
    }
  });

  it('in letters that images have no font for is refused by these alone, and says which', async () => {
    const read = (slug: string, ending: string) => {
      const [place] = listNotePlaces(charts.find((one) => one.slug === slug)!.plain.model);
      const search = new URLSearchParams({ note: `${place?.id}:产能 up` });
      return get(`/charts/${slug}.${ending}${ending.includes('?') ? '&' : '?'}${search}`);
    };
    for (const ending of ['png', 'pdf', 'svg?text=outlines']) {
      const { answer, text } = await read('market-share', ending);
      expect(answer.status, ending).toBe(409);
      expect(JSON.parse(text).problems).toMatchObject([{ parameter: 'note', found: '产能' }]);
    }
    for (const ending of ['svg', 'json', 'xlsx']) {
      expect((await read('market-share', ending)).answer.status, ending).toBe(200);
    }
    // A native chart, and an image in a document: text in both.
    for (const slug of ['market-share', 'data-center-map']) {
      const members = [...readMembers((await read(slug, 'docx')).bytes)];
      const texts = members.filter(([name]) => name.endsWith('document.xml'));
      expect(texts.map(([, text]) => text).join(''), slug).toContain('产能 up');
    }
  });

  it('at what the chart does not show is refused by files', async () => {
    const { answer, text } = await get('/charts/market-share.svg?note=1999:gone');
    expect(answer.status).toBe(400);
    expect(text).toContain('No note at “1999”'.toLowerCase().slice(1, 8));
    expect((await get('/charts/market-share.csv?focus=nobody')).answer.status).toBe(400);
  });

  it('of hostile words leaves files that programs can read', async () => {
    const [{ slug, query }] = charts.filter((one) => one.slug === 'market-share') as [
      (typeof charts)[0],
    ];
    const [place] = new URLSearchParams(query).get('note')!.split(':');
    for (const value of WRONG_VALUES) {
      const search = new URLSearchParams({ note: `${place}:${value}` });
      const { answer, text } = await get(`/charts/${slug}.svg?${search}`);
      expect([200, 400], value).toContain(answer.status);
      if (answer.status !== 200) continue;
      expect(toXmlText(text), value).toBe(text);
      expect(text, value).not.toMatch(/<(script|img)|[\u202a-\u202e]/);
    }
  });
});
