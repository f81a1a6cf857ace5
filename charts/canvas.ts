/**
 * Observable Plot wherever we are. Plot draws into a document: in a browser the
 * page's, on a server one that linkedom lends (package.json, `imports`), so that
 * both draw the same.
 */

import * as Plot from '@observablehq/plot';
import { document } from '#document';
import { escapeMarkup, toXmlText } from '@/units/xml-text';

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Pictures that are as high as their rows draw closer together to stay below this. */
  readonly mostHeight?: number;
}

/** Whether a picture is drawn for a phone. */
export const isNarrow = ({ width }: Pick<Size, 'width'>): boolean => width < 500;

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Drawing extends Size {
  readonly svg: string;
  /** The plot area in pixels of the drawing. */
  readonly frame: Frame;
  /** Where each figure stands, for hovering; shares of the plot area. */
  readonly hits: readonly Hit[];
  /** Labels that lead somewhere; the drawing itself holds no links. */
  readonly links?: readonly DrawnLink[];
}

/** A label of a drawing that is a link where the drawing stands on a page. Pixels of the drawing. */
export interface DrawnLink {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The whole text, which the label may have cut. */
  readonly text: string;
  readonly href: string;
}

/** One figure's place: x and y run from 0 to 1000 over the plot area, from its top left. */
export interface Hit {
  readonly x: number;
  readonly y: number;
  /** Its upper edge, where the figure is an area and `y` its middle. */
  readonly top?: number;
  readonly series: number;
  readonly period: number;
}

export const FONT_SIZE = 12;

interface Plotted extends Omit<Plot.PlotOptions, 'document'> {
  readonly label: string;
  readonly size: Size;
  readonly frame: Frame;
}

/** The marks drawn into the frame; `spots` say where the figures stand, in pixels of the drawing. */
export function drawPlot(options: Plotted, spots: readonly Hit[]): Drawing {
  const { size, frame } = options;
  return { svg: plot(options), ...size, frame, hits: spots.map((spot) => toHit(spot, frame)) };
}

/** The SVG alone, as text. */
export function plot(options: Plotted): string {
  const { label, size, frame, ...rest } = options;
  const drawn = Plot.plot({
    ...rest,
    width: size.width,
    height: size.height,
    marginLeft: frame.left,
    marginRight: size.width - frame.right,
    marginTop: frame.top,
    marginBottom: size.height - frame.bottom,
    document,
  }) as unknown as Element;
  drawn.querySelectorAll('style').forEach((style) => {
    style.remove();
  });
  for (const name of [
    'class',
    'fill',
    'font-family',
    'font-size',
    'text-anchor',
    'width',
    'height',
  ]) {
    drawn.removeAttribute(name);
  }
  const attributes: Record<string, string> = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    'aria-label': label,
    fill: 'currentColor',
    'font-size': String(FONT_SIZE),
    'text-anchor': 'middle',
    width: String(size.width),
    height: String(size.height),
  };
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value);
  // The document is one of HTML, whose attributes may hold what those of XML may not.
  return toLeanSvg(toXmlText(drawn.outerHTML)).replace(
    / aria-label="[^"]*"/,
    () => ` aria-label="${escapeMarkup(label)}"`,
  );
}

/**
 * Rounds coordinates to a tenth of a pixel and drops what Plot repeats: page and
 * payload both carry the drawing, so each byte counts twice. Only geometry is
 * touched; a label that reads "$89.0bn" stays as it is.
 */
function toLeanSvg(svg: string): string {
  return (
    svg
      .replace(GEOMETRY, (_, name: string, value: string) => ` ${name}="${roundNumbers(value)}"`)
      .replace(/ aria-label="series (\d+)"/g, ' data-s="$1"')
      // Plot names its marks; the drawing as a whole has its text alternative.
      .replace(/(<g[^>]*?) aria-label="[^"]*"/g, '$1')
      .replaceAll(' aria-hidden="true"', '')
      .replaceAll(' xlink:href=', ' href=')
      .replaceAll(' />', '/>')
  );
}

const GEOMETRY = / (d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|transform)="([^"]*)"/g;

function roundNumbers(value: string): string {
  return value.replace(/\d+\.\d+/g, (digits) => String(Math.round(Number(digits) * 10) / 10));
}

/**
 * Options that make each element of a mark say of which series it is, by its place, as
 * `data-s`: others step back where one of them is to stand out.
 */
export function ofSeries<T>(toPlace: (datum: T) => number) {
  return { ariaLabel: (datum: T) => `series ${toPlace(datum)}` };
}

/**
 * A channel in pixels of the drawing instead of values of a scale: the name of a
 * property, or where a datum stands.
 */
export function pixel<T>(at: string | ((datum: T, index: number) => number)) {
  return { value: at, scale: null } as const;
}

/** Where values of an axis, or moments, stand between two pixels, which are the ends of its domain. */
export function placeBetween<T extends number | Date>(
  { type, domain }: { readonly type?: string; readonly domain: readonly [T, T] },
  first: number,
  last: number,
): (value: T) => number {
  const place = (value: T) => (type === 'log' ? Math.log10(Number(value)) : Number(value));
  const [from, to] = [place(domain[0]), place(domain[1])];
  // An axis of one value has it in the middle.
  const toShare = (at: number) => (to === from ? 0.5 : (at - from) / (to - from));
  return (value) => first + toShare(place(value)) * (last - first);
}

/** Places a pixel within the frame as a share of it, in thousandths. */
function toHit({ x, y, top, series, period }: Hit, frame: Frame): Hit {
  const share = (value: number, from: number, to: number) =>
    Math.round(((value - from) / (to - from)) * 1000);
  return {
    x: share(x, frame.left, frame.right),
    y: share(y, frame.top, frame.bottom),
    ...(top === undefined ? {} : { top: share(top, frame.top, frame.bottom) }),
    series,
    period,
  };
}
