import { answerDocument } from '@/exports/answer';
import { RESIZE_SCRIPT } from '@/exports/embed/scripts';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'text/javascript; charset=utf-8',
    write: () => RESIZE_SCRIPT,
  });
}
