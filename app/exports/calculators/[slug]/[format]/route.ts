/** Reached as `/calculators/<slug>.<format>`; see the rewrites in next.config.ts. */
import { openTracker } from '@/db/connection';
import { answerCalculator } from '@/exports/calculator-answer';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; format: string }> },
): Promise<Response> {
  const { slug, format } = await params;
  return answerCalculator(request, openTracker(), { slug, extension: format });
}
