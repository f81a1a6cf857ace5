/**
 * Where the form of the download panel leads: `?format=png&theme=dark` becomes
 * `/calculators/<slug>.png?theme=dark`, the address of the file itself.
 */
import { toDownloadAnswer } from '@/exports/download-form';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return toDownloadAnswer(request.url, 'calculator', (await params).slug);
}
