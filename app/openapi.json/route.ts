import { serveDocument } from '@/exports/answer';
import { writeOpenApi } from '@/exports/api/openapi';

export const GET = serveDocument('application/json', writeOpenApi);
