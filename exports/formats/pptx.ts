/** A chart as a slide with a native chart, which its reader may edit. */
import type { Render } from '../format';
import { writeSlides } from '../office/slides';
import { getFirstPicture } from '../publication';

export const renderPptx: Render = async (publication) => ({
  body: await writeSlides([{ publication, notes: '' }], {
    title: getFirstPicture(publication).title,
  }),
});
