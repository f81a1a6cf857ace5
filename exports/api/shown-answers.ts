/** Answers as the documentation shows them: asked of the tracker, then shortened. */
import type { Tracker } from '@/db/connection';
import { answerChart } from '../chart-answer';
import { toSiteOrigin } from '../site';

interface ShownAnswer {
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  /** JSON; of a longer list its first entries and how many more there are. */
  readonly text: string;
}

/** A chart's figures, and what is answered to a parameter that makes no sense. */
export async function listShownAnswers(tracker: Tracker): Promise<ShownAnswer[]> {
  return Promise.all([
    show(tracker, 'json', '?series=nvidia'),
    show(tracker, 'png', '?theme=pink&scale=2'),
  ]);
}

const SLUG = 'market-share';

async function show(tracker: Tracker, extension: string, query: string): Promise<ShownAnswer> {
  const path = `/charts/${SLUG}.${extension}${query}`;
  const request = new Request(toSiteOrigin() + path);
  const answer = await answerChart(request, tracker, { slug: SLUG, extension });
  return {
    path,
    status: answer.status,
    mediaType: answer.headers.get('content-type') ?? '',
    text: JSON.stringify(shorten(await answer.json()), null, 2),
  };
}

const MOST_ENTRIES = 2;

function shorten(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shown = value.slice(0, MOST_ENTRIES).map(shorten);
    const more = value.length - shown.length;
    return more > 0 ? [...shown, `… and ${more} more`] : shown;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shorten(one)]));
}
