import { openTracker } from '@/db/connection';
import { answerDocument } from '@/exports/answer';
import { writeDataPackage } from '@/exports/api/lists';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'application/json',
    write: () => writeDataPackage(openTracker()),
  });
}
