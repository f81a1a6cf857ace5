import { openTracker } from '@/db/connection';
import { answerDocument } from '@/exports/answer';
import { ATOM } from '@/exports/atom';
import { writeEventFeed } from '@/exports/feed';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, { mediaType: ATOM, write: () => writeEventFeed(openTracker()) });
}
