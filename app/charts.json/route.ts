import { serveDocument } from '@/exports/answer';
import { writeCharts } from '@/exports/api/lists';

export const GET = serveDocument('application/json', writeCharts);
