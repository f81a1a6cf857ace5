/** Reached as `/charts/<slug>.<format>`; see the rewrites in next.config.ts. */
import { openTracker } from '@/db/connection';
import { answerChart } from '@/exports/chart-answer';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; format: string }> },
): Promise<Response> {
  const { slug, format } = await params;
  return answerChart(request, openTracker(), { slug, extension: format });
}
