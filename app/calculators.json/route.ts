import { serveDocument } from '@/exports/answer';
import { writeCalculators } from '@/exports/api/lists';

export const GET = serveDocument('application/json', writeCalculators);
