import { answerDocument } from '@/exports/answer';
import { writeSnapshots } from '@/exports/api/lists';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, { mediaType: 'application/json', write: writeSnapshots }, [
    'from',
    'to',
  ]);
}
