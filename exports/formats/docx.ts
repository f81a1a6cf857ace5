/** A chart as a text with a native chart, its table and its sources. */
import type { Render } from '../format';
import { writeDocument } from '../office/document';
import { getFirstPicture } from '../publication';

export const renderDocx: Render = async (publication) => ({
  body: await writeDocument([{ publication, notes: '' }], {
    title: getFirstPicture(publication).title,
  }),
});
