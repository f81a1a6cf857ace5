/** A chart as SVG: the page's drawing in a publication frame. */
import { oneOf, type ParameterProblem, type Parameters } from '@/address/parameters';
import { type ExportFormat, type ExportValues, type Rendered, WITH_PICTURES } from '../format';
import { buildPicture, type Picture } from '../picture/frame';
import { sizeParameters, toPictureSize } from '../picture/size';
import { toPictureWords } from '../picture/words';
import { getFirstPicture, type Publication } from '../publication';

export const pictureParameters = {
  ...sizeParameters,
  theme: oneOf({
    label: 'Theme',
    meaning: 'Colors for a light or a dark surrounding.',
    values: { light: 'Light', dark: 'Dark' },
    fallback: 'light',
  }),
  background: oneOf({
    label: 'Background',
    meaning: 'What is behind the drawing; white goes with the light theme only.',
    values: { solid: 'In the color of the theme', white: 'White', transparent: 'Transparent' },
    fallback: 'solid',
  }),
  frame: oneOf({
    label: 'Frame',
    meaning: 'Title, notes and sources around the drawing, or the bare drawing.',
    values: { publication: 'With title and sources', none: 'The bare drawing' },
    fallback: 'publication',
  }),
} as const satisfies Parameters;

export const svg: ExportFormat = {
  extension: 'svg',
  name: 'SVG',
  mediaType: 'image/svg+xml',
  purpose: 'Picture to edit or to print at any size',
  kind: 'picture',
  appliesTo: WITH_PICTURES,
  isShown: true,
  parameters: pictureParameters,
  render: async (publication, values): Promise<Rendered> => {
    const drawn = drawPicture(publication, values);
    return 'problem' in drawn ? drawn : { body: drawn.svg };
  },
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
