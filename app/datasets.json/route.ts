import { serveDocument } from '@/exports/answer';
import { writeDatasets } from '@/exports/api/lists';

export const GET = serveDocument('application/json', writeDatasets);
