/**
 * A publication's picture as slides and documents hold it: a native chart over its own
 * workbook, or, where office programs have none, the picture itself, and why.
 */

import { listRemarks } from '@/charts/kinds/figure';
import { wordRemark } from '@/charts/remarks';
import { toCitation } from '../citation';
import { wordDocument } from '../deck-words';
import { writeArchive } from '../formats/archive';
import { renderPng } from '../formats/png';
import { listUndrawnLetters, renderSvg } from '../formats/svg';
import { listWorkbookMembers } from '../formats/workbook';
import { toPictureWords } from '../picture/words';
import { getFirstPicture, listFreshnessLines, type Publication } from '../publication';
import { toChartSheet, writeChartPart } from './chart-part';
import { toOfficeChart } from './office-chart';
import type { Part, Relation } from './package';

/** What is to be known of the figures, and where they come from; `documents` too, unless they stand elsewhere. */
export const listWords = (
  publication: Publication,
  { documents = publication.sources } = {},
): readonly string[] => [
  ...publication.description,
  ...listFreshnessLines(publication),
  ...documents.map((source) => wordDocument(source).words),
  toCitation(publication),
];

export interface OfficeFigure {
  /** Words around the picture: finding, measure, sources, address. */
  readonly title: string;
  readonly measure: string;
  readonly source: string;
  /** What it shows, for whoever does not see it. */
  readonly alternative: string;
  /** Why it is a picture; null where it is a native chart. */
  readonly reason: string | null;
  /** A reader’s notes, which no native chart has room for; a picture has them inside. */
  readonly remarks: readonly string[];
  readonly parts: readonly Part[];
  /** What the slide or document refers to, named by `number`: `chart1`, or `png1` and `svg1`. */
  readonly relations: readonly Relation[];
  /** Width by height of the picture. */
  readonly ratio: number;
}

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** `folder` is where the file keeps its parts: "ppt" or "word". `up` leads there from the referring part. */
export async function buildOfficeFigure(
  publication: Publication,
  { folder, up, number }: { folder: string; up: string; number: number },
): Promise<OfficeFigure> {
  const picture = getFirstPicture(publication);
  const { model } = picture;
  const remarks = listRemarks(model).map(wordRemark);
  const words = toPictureWords(publication);
  const { chart, reason } = toOfficeChart(model);
  const shared = {
    title: words.title,
    measure: words.subtitle,
    source: [words.sources[0], words.date, words.address].filter(Boolean).join(' · '),
    alternative: words.description,
    reason,
  };
  if (chart) {
    const book = `Microsoft_Excel_Sheet${number}.xlsx`;
    const day = publication.snapshot.collected_on;
    return {
      ...shared,
      remarks,
      ratio: 16 / 9,
      relations: [
        { id: `chart${number}`, type: 'chart', target: `${up}charts/chart${number}.xml` },
      ],
      parts: [
        {
          path: `${folder}/charts/chart${number}.xml`,
          type: CHART_TYPE,
          content: writeChartPart(chart, { workbook: 'rId1' }),
          relations: [{ id: 'rId1', type: 'package', target: `../embeddings/${book}` }],
        },
        {
          path: `${folder}/embeddings/${book}`,
          type: null,
          content: writeArchive(listWorkbookMembers([toChartSheet(chart)], day), day),
        },
      ],
    };
  }
  // Notes that the picture cannot draw are text, as those of native charts are.
  const isText = listUndrawnLetters(publication).length > 0;
  const drawn = isText
    ? { ...publication, pictures: [{ ...picture, model: { ...model, remarks: [] } }] }
    : publication;
  const bare = { frame: 'none', background: 'white', theme: 'light', width: '1200' };
  const [png, svg] = await Promise.all([
    renderPng(drawn, { ...bare, density: '2' }),
    renderSvg(drawn, { ...bare, text: 'outlines' }),
  ]);
  const { width, height } = readSize(String(svg.body));
  const media = (ending: string, body: unknown): Part => ({
    path: `${folder}/media/image${number}.${ending}`,
    type: null,
    content: [body as string | Uint8Array],
  });
  return {
    ...shared,
    remarks: isText ? remarks : [],
    ratio: width / height,
    relations: ['png', 'svg'].map((ending) => ({
      id: `${ending}${number}`,
      type: 'image',
      target: `${up}media/image${number}.${ending}`,
    })),
    parts: [media('png', png.body), media('svg', svg.body)],
  };
}

function readSize(svg: string): { width: number; height: number } {
  const [, width = '16', height = '9'] =
    /<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
