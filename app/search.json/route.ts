import { openTracker } from '@/db/connection';
import { answerDocument } from '@/exports/answer';
import { searchParameters, writeSearch } from '@/exports/api/search';
import { allPages } from '../all-pages';

export function GET(request: Request): Promise<Response> {
  return answerDocument(
    request,
    {
      mediaType: 'application/json',
      write: (query) => writeSearch(openTracker(), query, allPages),
    },
    Object.keys(searchParameters),
  );
}
