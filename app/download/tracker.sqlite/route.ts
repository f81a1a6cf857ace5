/** The database itself, every table and every row, for who wants to ask with SQL. */
import { openTracker } from '@/db/connection';
import { answerDatabase } from '@/exports/database-file';

export const GET = async (request: Request): Promise<Response> =>
  answerDatabase(request, openTracker());
