import { openTracker } from '@/db/connection';
import { answerDocument, toJsonText } from '@/exports/answer';
import { buildOpenApi } from '@/exports/api/openapi';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'application/json',
    write: async () => toJsonText(await buildOpenApi(openTracker())),
  });
}
