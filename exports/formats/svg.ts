/** A chart as SVG: the page's drawing in a publication frame. */
import type { ParameterProblem } from '@/address/parameters';
import type { ExportValues, Render } from '../format';
import { buildPicture, type Picture } from '../picture/frame';
import { toPictureSize } from '../picture/size';
import { toPictureWords } from '../picture/words';
import { getFirstPicture, type Publication } from '../publication';

export const renderSvg: Render = async (publication, values) => {
  const drawn = drawPicture(publication, values);
  return 'problem' in drawn ? drawn : { body: drawn.svg };
};

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
