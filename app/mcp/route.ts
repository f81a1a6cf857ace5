import { openTracker } from '@/db/connection';
import { allPages } from '../all-pages';

export async function POST(request: Request): Promise<Response> {
  // The protocol’s library is loaded when the first assistant asks.
  const { answerMessage } = await import('@/exports/mcp/server');
  return answerMessage(request, { tracker: openTracker(), pages: allPages });
}
