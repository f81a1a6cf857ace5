import { openTracker } from '@/db/connection';
import { answerDocument } from '@/exports/answer';
import { writeCalendar } from '@/exports/calendar';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: 'text/calendar; charset=utf-8',
    write: () => writeCalendar(openTracker()),
  });
}
