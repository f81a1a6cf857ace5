import { serveDocument } from '@/exports/answer';
import { writeCalendar } from '@/exports/calendar';

export const GET = serveDocument('text/calendar; charset=utf-8', writeCalendar);
