import { serveDocument } from '@/exports/answer';
import { ATOM } from '@/exports/atom';
import { writeSnapshotFeed } from '@/exports/feed';

export const GET = serveDocument(ATOM, writeSnapshotFeed);
