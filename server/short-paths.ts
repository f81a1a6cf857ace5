/**
 * Lines of drawings as steps from point to point, which say the same in fewer bytes than
 * places: neighbors differ by little, and the same steps recur.
 */

/** Rewrites every path of a page that consists of straight lines alone; others stay as they are. */
export function shortenPaths(html: string): string {
  return html.replace(STRAIGHT, (_, before: string, lines: string) => before + toSteps(lines));
}

const STRAIGHT = /(<path\b[^>]*? d=")(M[MLZ\d.,-]+)(?=")/g;

function toSteps(lines: string): string {
  const parts = lines.split(/(?=M)/).map((part) => {
    const [first, ...rest] = part.replace(/[MZ]/g, '').split('L').map(readPoint);
    if (!first) return part;
    let at = first;
    const steps = rest.map((point) => {
      const step = [point[0] - at[0], point[1] - at[1]] as const;
      at = point;
      return join(...step);
    });
    const line = steps.reduce((text, step) => joinSteps(text, step), '');
    return `M${join(...first)}${line && `l${line}`}${part.endsWith('Z') ? 'z' : ''}`;
  });
  return parts.join('');
}

/** In tenths of a pixel, as drawings are rounded: whole numbers, whose differences are exact. */
function readPoint(text: string): readonly [number, number] {
  const [x = 0, y = 0] = text.split(',').map((number) => Math.round(Number(number) * 10));
  return [x, y];
}

const toText = (tenths: number): string => String(tenths / 10).replace(/^(-?)0\./, '$1.');

/** A minus parts numbers as well as a space does. */
const joinSteps = (text: string, step: string): string =>
  text === '' || step.startsWith('-') ? text + step : `${text} ${step}`;

const join = (x: number, y: number): string => joinSteps(toText(x), toText(y));
