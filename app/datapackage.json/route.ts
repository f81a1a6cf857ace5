import { openTracker } from '@/db/connection';
import { writeDataPackage } from '@/exports/api/lists';
import { answerDocument } from '@/exports/document-answer';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'application/json',
    write: () => writeDataPackage(openTracker()),
  });
}
