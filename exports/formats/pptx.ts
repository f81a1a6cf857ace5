/** Charts as slides with native charts, which their reader may edit. */

import { getColor } from '@/charts/colors';
import { escapeMarkup } from '@/units/xml-text';
import { toCitation } from '../citation';
import { listNoteLines, toDeckWords } from '../deck-words';
import type { Render, RenderDeck } from '../format';
import { DRAWING, OFFICE } from '../office/chart-part';
import {
  buildContentsSlide,
  buildSourcesSlide,
  buildTitleSlide,
  type Slide,
} from '../office/deck-slides';
import { buildOfficeFigure, listWords, type OfficeFigure } from '../office/figure';
import { listOfficeMembers, type OfficeDeck, type Part, writeOffice } from '../office/package';
import {
  type Box,
  EDGE,
  HEIGHT,
  MAP,
  place,
  ROOT,
  SLIDES,
  TREE,
  WIDTH,
  writeSlide,
  writeText,
} from '../office/shapes';
import { getFirstPicture, type NotedPublication } from '../publication';
import { toSiteOrigin } from '../site';
import type { Member } from './pack';

export const renderPptx: Render = async (publication) => ({
  body: await writeOffice(listMembers, [{ publication, note: '' }], getFirstPicture(publication)),
});

export const renderPptxDeck: RenderDeck = async ({ charts, ...deck }) =>
  writeOffice(listMembers, charts, deck);

/**
 * Slides (ISO/IEC 29500-1, 19): one for each publication, with its finding, its picture, whose
 * figures they are, and notes for the speaker.
 */

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';

/** A slide for each; with an address of the deck also its title, contents and sources. */
async function listMembers(
  charts: readonly NotedPublication[],
  { title, address }: OfficeDeck,
  day: string,
): Promise<Member[]> {
  const shown: (Slide & { readonly parts?: readonly Part[] })[] = [];
  for (const [at, chart] of charts.entries()) shown.push(await buildChartSlide(chart, at + 1));
  const words = toDeckWords({ title, charts });
  const slides = address
    ? [
        buildTitleSlide(words, address),
        buildContentsSlide(words, 3),
        ...shown,
        buildSourcesSlide(words),
      ]
    : shown;
  const ids = slides.map((_, at) => at + 1);
  const presentation: Part = {
    path: 'ppt/presentation.xml',
    type: `${TYPE}.presentation.main+xml`,
    content:
      `<p:presentation xmlns:p="${SLIDES}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}">` +
      '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="master"/></p:sldMasterIdLst>' +
      '<p:notesMasterIdLst><p:notesMasterId r:id="notes"/></p:notesMasterIdLst>' +
      `<p:sldIdLst>${ids.map((id) => `<p:sldId id="${255 + id}" r:id="slide${id}"/>`).join('')}</p:sldIdLst>` +
      `<p:sldSz cx="${WIDTH}" cy="${HEIGHT}"/><p:notesSz cx="${HEIGHT}" cy="9144000"/></p:presentation>`,
    relations: [
      { id: 'master', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      { id: 'notes', type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
      { id: 'theme', type: 'theme', target: 'theme/theme1.xml' },
      ...ids.map((id) => ({ id: `slide${id}`, type: 'slide', target: `slides/slide${id}.xml` })),
    ],
  };
  return listOfficeMembers({
    main: presentation.path,
    parts: [
      presentation,
      ...masters,
      ...slides.flatMap((slide, at) => listSlideParts(slide, at + 1)),
      ...shown.flatMap(({ parts = [] }) => parts),
    ],
    title,
    description: charts.map(({ publication }) => toCitation(publication)).join(' '),
    day,
  });
}

function listSlideParts({ shapes, notes, relations }: Slide, number: number): Part[] {
  return [
    {
      path: `ppt/slides/slide${number}.xml`,
      type: `${TYPE}.slide+xml`,
      content: writeSlide(shapes),
      relations: [
        { id: 'layout', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        { id: 'notes', type: 'notesSlide', target: `../notesSlides/notesSlide${number}.xml` },
        ...relations,
      ],
    },
    {
      path: `ppt/notesSlides/notesSlide${number}.xml`,
      type: `${TYPE}.notesSlide+xml`,
      content: writeNotes(notes),
      relations: [
        { id: 'master', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
        { id: 'slide', type: 'slide', target: `../slides/slide${number}.xml` },
      ],
    },
  ];
}

async function buildChartSlide(
  chart: NotedPublication,
  number: number,
): Promise<Slide & { readonly parts: readonly Part[] }> {
  const { publication } = chart;
  const figure = await buildOfficeFigure(publication, { folder: 'ppt', up: '../', number });
  const address = `${toSiteOrigin()}${publication.href}`;
  return {
    shapes: writeChart(figure, number),
    notes: [...listNoteLines(chart), ...listWords(publication)],
    relations: [
      { id: 'page', type: 'hyperlink', target: address, isExternal: true },
      ...figure.relations,
    ],
    parts: figure.parts,
  };
}

function writeChart(figure: OfficeFigure, number: number): string {
  // Findings of more than sixty characters take two lines.
  const isLong = figure.title.length > 60;
  const top = isLong ? 1_560_000 : 1_300_000;
  const bottom = HEIGHT - 560_000 - figure.remarks.length * NOTE;
  const room = { x: EDGE, y: top, cx: WIDTH - 2 * EDGE, cy: bottom - top };
  const source = figure.reason ? `${figure.source} · ${figure.reason}` : figure.source;
  return (
    writeText(2, 'Title', [{ text: figure.title }], {
      ...{ y: 260_000, cy: isLong ? 800_000 : 520_000, size: isLong ? 2400 : 2600 },
      ...{ isBold: true, holder: 'title' },
    }) +
    writeText(3, 'Measure', [{ text: figure.measure }], {
      ...{ y: isLong ? 1_080_000 : 800_000, cy: 420_000, size: 1400, color: '555555' },
    }) +
    (figure.reason === null
      ? writeChartFrame(figure, number, room)
      : writePicture(figure, number, room)) +
    figure.remarks
      .map((text, at) =>
        writeText(6 + at, `Note ${at + 1}`, [{ text }], {
          ...{ y: bottom + 40_000 + at * NOTE, cy: NOTE, size: 1100, color: '1D4ED8' },
        }),
      )
      .join('') +
    writeText(5, 'Source', [{ text: source, link: 'page' }], {
      ...{ y: HEIGHT - 500_000, cy: 420_000, size: 1000, color: '555555' },
    })
  );
}

/** A line of a reader’s note. */
const NOTE = 230_000;

function writeChartFrame({ alternative }: OfficeFigure, number: number, box: Box): string {
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Chart" descr="${escapeMarkup(alternative)}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>` +
    `${place('p:xfrm', box)}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">` +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="chart${number}"/></a:graphicData></a:graphic></p:graphicFrame>`
  );
}

/** As large as there is room for; programs that know SVG show that, others the PNG. */
function writePicture({ alternative, ratio }: OfficeFigure, number: number, room: Box): string {
  const cx = Math.round(Math.min(room.cx, room.cy * ratio));
  const cy = Math.round(cx / ratio);
  const box = { x: room.x + Math.round((room.cx - cx) / 2), y: room.y, cx, cy };
  return (
    `<p:pic><p:nvPicPr><p:cNvPr id="4" name="Chart" descr="${escapeMarkup(alternative)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
    `<p:blipFill><a:blip r:embed="png${number}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">` +
    `<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="svg${number}"/></a:ext></a:extLst></a:blip>` +
    `<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${place('a:xfrm', box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}

const writeNotes = (lines: readonly string[]): string =>
  `<p:notes ${ROOT}><p:cSld><p:spTree>${TREE}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>` +
  `<p:txBody><a:bodyPr/><a:lstStyle/>${lines.map((line) => `<a:p><a:r><a:rPr lang="en-US"/><a:t>${escapeMarkup(line)}</a:t></a:r></a:p>`).join('')}</p:txBody></p:sp></p:spTree></p:cSld>${MAP}</p:notes>`;

const COLORS =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** The fewest parts that a presentation has to have. */
const masters: readonly Part[] = [
  {
    path: 'ppt/slideMasters/slideMaster1.xml',
    type: `${TYPE}.slideMaster+xml`,
    content:
      `<p:sldMaster ${ROOT}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${TREE}</p:spTree></p:cSld>${COLORS}` +
      '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="layout"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle/><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>',
    relations: [
      { id: 'layout', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
      { id: 'theme', type: 'theme', target: '../theme/theme1.xml' },
    ],
  },
  {
    path: 'ppt/slideLayouts/slideLayout1.xml',
    type: `${TYPE}.slideLayout+xml`,
    content: `<p:sldLayout ${ROOT} type="titleOnly"><p:cSld name="Chart"><p:spTree>${TREE}</p:spTree></p:cSld>${MAP}</p:sldLayout>`,
    relations: [{ id: 'master', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }],
  },
  {
    path: 'ppt/notesMasters/notesMaster1.xml',
    type: `${TYPE}.notesMaster+xml`,
    content: `<p:notesMaster ${ROOT}><p:cSld><p:spTree>${TREE}</p:spTree></p:cSld>${COLORS}</p:notesMaster>`,
    relations: [{ id: 'theme', type: 'theme', target: '../theme/theme2.xml' }],
  },
  ...[1, 2].map((number) => ({
    path: `ppt/theme/theme${number}.xml`,
    type: 'application/vnd.openxmlformats-officedocument.theme+xml',
    content: writeTheme(),
  })),
];

/** The theme that a presentation has to have: the site's inks, its accent, and Arial. */

function writeTheme(): string {
  const hex = (name: string, fallback: string) =>
    (getColor(name, 'light') ?? fallback).replace('#', '').toUpperCase();
  const accents = ['nvidia', 'amd', 'google', 'aws', 'intel', 'huawei'].map((name) =>
    hex(name, '#1D4ED8'),
  );
  const color = (name: string, value: string) =>
    `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
  const plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const three = (part: string) => part.repeat(3);
  return (
    `<a:theme xmlns:a="${DRAWING}" name="AI Hardware Tracker"><a:themeElements><a:clrScheme name="Tracker">` +
    color('dk1', '111111') +
    color('lt1', 'FFFFFF') +
    color('dk2', '333333') +
    color('lt2', 'F4F5F7') +
    accents.map((value, at) => color(`accent${at + 1}`, value)).join('') +
    color('hlink', '1D4ED8') +
    color('folHlink', '6D28D9') +
    `</a:clrScheme><a:fontScheme name="Tracker"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Tracker"><a:fillStyleLst>${three(plain)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${three(`<a:ln w="9525">${plain}</a:ln>`)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${three(plain)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}
