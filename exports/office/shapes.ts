/** What slides are made of: their size, boxes of text, and the roots of their parts. */
import { escapeMarkup } from '@/units/xml-text';
import { DRAWING, OFFICE } from './chart-part';

export const SLIDES = 'http://schemas.openxmlformats.org/presentationml/2006/main';
/** Of 13⅓ by 7½ inches, in the units of office files: 914,400 to the inch. */
export const WIDTH = 12_192_000;
export const HEIGHT = 6_858_000;
export const EDGE = 508_000;

export const ROOT = `xmlns:p="${SLIDES}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"`;
export const TREE =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
export const MAP = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';

export const writeSlide = (shapes: string): string =>
  `<p:sld ${ROOT}><p:cSld><p:spTree>${TREE}${shapes}</p:spTree></p:cSld>${MAP}</p:sld>`;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly cx: number;
  readonly cy: number;
}

export const place = (tag: string, { x, y, cx, cy }: Box): string =>
  `<${tag}><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></${tag}>`;

interface TextStyle {
  readonly y: number;
  readonly cy: number;
  /** Hundredths of a point. */
  readonly size: number;
  readonly isBold?: boolean;
  readonly color?: string;
  readonly holder?: 'title';
}

interface Line {
  readonly text: string;
  /** The relationship that the words lead to. */
  readonly link?: string;
  /** It leads to a slide of this file. */
  readonly isInside?: boolean;
}

/** A box of text over the width of the slide, a paragraph a line. */
export function writeText(
  id: number,
  name: string,
  lines: readonly Line[],
  { y, cy, size, isBold = false, color = '111111', holder }: TextStyle,
): string {
  const box = place('a:xfrm', { x: EDGE, y, cx: WIDTH - 2 * EDGE, cy });
  const spacing = lines.length > 1 ? '<a:spcAft><a:spcPts val="400"/></a:spcAft>' : '';
  const paragraphs = lines.map(({ text, link, isInside }) => {
    const action = isInside ? ' action="ppaction://hlinksldjump"' : '';
    const leads = link ? `<a:hlinkClick r:id="${link}"${action}/>` : '';
    return (
      `<a:p><a:pPr algn="l">${spacing}</a:pPr>` +
      `<a:r><a:rPr lang="en-US" sz="${size}" b="${isBold ? 1 : 0}"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>${leads}</a:rPr><a:t>${escapeMarkup(text)}</a:t></a:r></a:p>`
    );
  });
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr${holder ? '' : ' txBox="1"'}/><p:nvPr>${holder ? `<p:ph type="${holder}"/>` : ''}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp>`
  );
}
