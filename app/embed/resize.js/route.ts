import { serveDocument } from '@/exports/answer';
import { RESIZE_SCRIPT } from '@/exports/embed/scripts';

export const GET = serveDocument('text/javascript; charset=utf-8', () => RESIZE_SCRIPT);
