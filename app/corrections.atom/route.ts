import { serveDocument } from '@/exports/answer';
import { ATOM } from '@/exports/atom';
import { writeCorrectionFeed } from '@/exports/feed';

export const GET = serveDocument(ATOM, writeCorrectionFeed);
