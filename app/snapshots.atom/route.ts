import { answerDocument } from '@/exports/answer';
import { ATOM } from '@/exports/atom';
import { writeSnapshotFeed } from '@/exports/feed';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, { mediaType: ATOM, write: writeSnapshotFeed });
}
