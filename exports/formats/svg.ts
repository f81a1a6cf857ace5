/** A chart as SVG: the page's drawing in a publication frame. */
import { Resvg } from '@resvg/resvg-js';
import type { ParameterProblem } from '@/address/parameters';
import type { ExportValues, Render } from '../format';
import { buildPicture, type Picture } from '../picture/frame';
import { toPictureSize } from '../picture/size';
import { toPictureWords } from '../picture/words';
import { getFirstPicture, type Publication } from '../publication';
import { toFontOptions } from './font-files';
import { embedFonts } from './svg-fonts';

export const renderSvg: Render = async (publication, values) => {
  const drawn = drawPicture(publication, values);
  if ('problem' in drawn) return drawn;
  const { text = 'embedded' } = values;
  if (text === 'outlines') return { body: toOutlines(drawn.svg) };
  return { body: text === 'embedded' ? await embedFonts(drawn.svg) : drawn.svg };
};

/** The same picture with paths for words; what says in words what it shows stays. */
function toOutlines(svg: string): string {
  const outlined = new Resvg(svg, toFontOptions()).toString();
  const [lengths = ''] = / width="[^"]*" height="[^"]*"/.exec(svg) ?? [];
  const [words = ''] =
    /<title>.*?<\/title>(<desc>.*?<\/desc>)?(<metadata>.*?<\/metadata>)?/s.exec(svg) ?? [];
  const [label = ''] = / role="img" aria-label="[^"]*"/.exec(svg) ?? [];
  return outlined
    .replace(/ width="[^"]*" height="[^"]*"/, () => lengths + label)
    .replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${toShortPath(path)}"`)
    .replace(/>/, () => `>${words}`);
}

/** In hundredths of a unit, which no press can print, and without spaces that mean nothing. */
const toShortPath = (path: string): string =>
  path
    .replace(/\d+\.\d+/g, (digits) => String(Math.round(Number(digits) * 100) / 100))
    .replace(/ ?([A-Za-z]) ?/g, '$1');

/** The picture all image formats share, or why it cannot be drawn. */
export function drawPicture(
  publication: Publication,
  values: ExportValues,
): Picture | { readonly problem: ParameterProblem } {
  const theme = values.theme === 'dark' ? 'dark' : 'light';
  if (values.background === 'white' && theme === 'dark') {
    const allowed = ['solid', 'transparent'];
    return { problem: { parameter: 'background', found: 'white, with theme=dark', allowed } };
  }
  const size = toPictureSize(values);
  const { model } = getFirstPicture(publication);
  const picture = buildPicture(model, toPictureWords(publication), {
    size,
    theme,
    background: values.background === 'transparent' ? 'transparent' : 'solid',
    frame: values.frame === 'none' ? 'none' : 'publication',
  });
  if (picture) return picture;
  const found = `${size.height} at a width of ${size.width}`;
  const allowed =
    'Higher: title, notes and sources would leave no room for the drawing. Without a height it is as high as it needs to be; frame=none leaves the words out.';
  return { problem: { parameter: 'height', found, allowed } };
}
