/** Charts as a text with native charts, their tables and their sources. */
import type { Render, RenderDeck } from '../format';
import { writeDocument } from '../office/document';
import { getFirstPicture } from '../publication';

export const renderDocx: Render = async (publication) => ({
  body: await writeDocument([{ publication, note: '' }], getFirstPicture(publication)),
});

export const renderDocxDeck: RenderDeck = async ({ charts, ...deck }) =>
  writeDocument(charts, deck);
