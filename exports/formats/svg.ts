/** A chart as SVG: the page's drawing in a publication frame. */
import { Resvg } from '@resvg/resvg-js';
import type { ParameterProblem } from '@/address/parameters';
import type { ExportValues, Render } from '../format';
import { buildPicture, type Picture } from '../picture/frame';
import { toPictureSize } from '../picture/size';
import { toPictureWords } from '../picture/words';
import { getFirstPicture, type Publication } from '../publication';
import { toFontOptions } from './font-files';

export const renderSvg: Render = async (publication, values) => {
  const drawn = drawPicture(publication, values);
  if ('problem' in drawn) return drawn;
  return { body: values.text === 'outlines' ? toOutlines(drawn.svg) : drawn.svg };
};

/** The same picture with paths for words; what says in words what it shows stays. */
function toOutlines(svg: string): string {
  const outlined = new Resvg(svg, toFontOptions()).toString();
  const [lengths = ''] = / width="[^"]*" height="[^"]*"/.exec(svg) ?? [];
  const [words = ''] = /<title>.*?<\/title>(<desc>.*?<\/desc>)?/s.exec(svg) ?? [];
  const [label = ''] = / role="img" aria-label="[^"]*"/.exec(svg) ?? [];
  return outlined
    .replace(/ width="[^"]*" height="[^"]*"/, () => lengths + label)
    .replace(/>/, () => `>${words}`);
}

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
