/** `/deck.<format>`: the charts of a deck in one file, as its address asks. */
import { deckEdits, deckParameters, toDeckHref } from '@/address/deck';
import { toQuery } from '@/address/href';
import { isRefused, listUnknownParameters } from '@/address/parameters';
import { wordRefusal } from '@/address/word-problem';
import type { Tracker } from '@/db/connection';
import {
  answerFile,
  answerProblem,
  answerUnchanged,
  answerWrongParameters,
  toETag,
} from './answer';
import { toChartPublication } from './chart-publication';
import { readDeck, toDeckAddress } from './deck';
import { toFolderName } from './format';
import { deckFormats } from './formats';
import { LICENSE } from './metadata';
import { answerUnknownFormat } from './publication-answer';
import { toSiteOrigin } from './site';

/** Of a deck whose author gave it none. */
const TITLE = 'Charts of the AI Hardware Tracker';

export async function answerDeck(
  request: Request,
  current: Tracker,
  { extension }: { readonly extension: string },
): Promise<Response> {
  const format = deckFormats.find((one) => one.extension === extension);
  if (!format) return answerUnknownFormat('deck', extension, deckFormats);
  const query = toQuery(request.url);
  const deck = await readDeck(current, query, wordRefusal);
  const known = Object.keys({ ...deckParameters, ...deckEdits });
  const refused = [...deck.problems.filter(isRefused), ...listUnknownParameters(query, known)];
  if (deck.problems.some(({ isMissing }) => isMissing)) {
    return answerProblem({
      status: 404,
      title: 'The deck has a chart that there is not',
      detail: refused.map(wordRefusal).join(' '),
      problems: refused,
    });
  }
  if (refused.length > 0) return answerWrongParameters(refused);
  if (deck.charts.length === 0) {
    const { allowed } = deckParameters.charts;
    return answerWrongParameters([{ parameter: 'charts', found: '', allowed }]);
  }
  const etag = toETag(request, current.snapshot.id);
  const unchanged = answerUnchanged(request, etag);
  if (unchanged) return unchanged;
  const address = `${toSiteOrigin()}${toDeckHref(toDeckAddress(deck))}`;
  const body = await format.render({
    title: deck.title || TITLE,
    address,
    charts: deck.charts.map(({ view, note }) => ({
      publication: toChartPublication(view, view.snapshot),
      note,
    })),
  });
  const stem = deck.title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return answerFile(
    {
      body,
      mediaType: format.mediaType,
      fileName: `${toFolderName({ stem: stem || 'deck', snapshot: current.snapshot })}.${extension}`,
      shown: format.isShown ?? false,
      links: [
        `<${LICENSE.address}>; rel="license"`,
        `<${address}>; rel="alternate"; type="text/html"`,
      ],
    },
    etag,
  );
}
