import { writeSnapshots } from '@/exports/api/snapshots';
import { answerDocument } from '@/exports/document-answer';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, { mediaType: 'application/json', write: writeSnapshots }, [
    'from',
    'to',
  ]);
}
