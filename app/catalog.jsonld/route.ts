import { openTracker } from '@/db/connection';
import { answerDocument } from '@/exports/answer';
import { writeCatalog } from '@/exports/api/catalog';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'application/ld+json',
    write: () => writeCatalog(openTracker()),
  });
}
