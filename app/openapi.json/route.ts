import { openTracker } from '@/db/connection';
import { buildOpenApi } from '@/exports/api/openapi';
import { answerDocument, toJsonText } from '@/exports/document-answer';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'application/json',
    write: async () => toJsonText(await buildOpenApi(openTracker())),
  });
}
