import { serveDocument } from '@/exports/answer';
import { writeCatalog } from '@/exports/api/catalog';

export const GET = serveDocument('application/ld+json', writeCatalog);
