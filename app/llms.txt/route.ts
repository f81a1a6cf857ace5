import { serveDocument } from '@/exports/answer';
import { writeLlmsText } from '@/exports/api/llms';
import { sitePages } from '../site-pages';

export const GET = serveDocument('text/plain; charset=utf-8', (tracker) =>
  writeLlmsText(tracker, sitePages),
);
