/** `/embed/<slug>`: a chart alone, as its address asks for it. */

import { toQuery } from '@/address/href';
import type { Tracker } from '@/db/connection';
import { OPEN_TO_ALL, toCacheControl } from '../answer';
import { readEmbed } from './asked-embed';
import { writeEmbed } from './document';

export async function answerEmbed(
  request: Request,
  current: Tracker,
  slug: string,
): Promise<Response> {
  const asked = await readEmbed(current, slug, toQuery(request.url));
  if (asked instanceof Response) return asked;
  return new Response(writeEmbed(asked.view, asked.tracker.snapshot, asked.theme), {
    headers: {
      ...OPEN_TO_ALL,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': toCacheControl(asked.lasts),
    },
  });
}
