import { serveDocument } from '@/exports/answer';
import { ATOM } from '@/exports/atom';
import { writeEventFeed } from '@/exports/feed';

export const GET = serveDocument(ATOM, writeEventFeed);
