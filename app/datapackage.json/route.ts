import { serveDocument } from '@/exports/answer';
import { writeDataPackage } from '@/exports/api/lists';

export const GET = serveDocument('application/json', writeDataPackage);
