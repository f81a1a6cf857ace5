import { answerDocument } from '@/exports/answer';
import { writeFeed } from '@/exports/feed';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'application/atom+xml; charset=utf-8',
    write: writeFeed,
  });
}
