import { openTracker } from '@/db/connection';
import { answerDocument } from '@/exports/answer';
import { writeOpenApi } from '@/exports/api/openapi';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'application/json',
    write: () => writeOpenApi(openTracker()),
  });
}
