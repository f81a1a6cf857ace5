/** Charts as slides with native charts, which their reader may edit. */
import type { Render, RenderDeck } from '../format';
import { writeSlides } from '../office/slides';
import { getFirstPicture } from '../publication';

export const renderPptx: Render = async (publication) => ({
  body: await writeSlides([{ publication, note: '' }], getFirstPicture(publication)),
});

export const renderPptxDeck: RenderDeck = async ({ charts, ...deck }) => writeSlides(charts, deck);
