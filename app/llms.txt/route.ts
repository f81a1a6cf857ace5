import { openTracker } from '@/db/connection';
import { answerDocument } from '@/exports/answer';
import { writeLlmsText } from '@/exports/api/llms';
import { sitePages } from '../site-pages';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'text/plain; charset=utf-8',
    write: () => writeLlmsText(openTracker(), sitePages),
  });
}
