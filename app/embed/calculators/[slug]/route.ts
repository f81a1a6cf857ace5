import { openTracker } from '@/db/connection';
import { answerEmbed } from '@/exports/embed/embed-answer';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerEmbed(request, openTracker(), `calculators/${(await params).slug}`);
}
