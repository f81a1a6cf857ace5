import { answerDocument } from '@/exports/answer';
import { oembedParameters, writeOEmbed } from '@/exports/embed/oembed';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(
    request,
    { mediaType: 'application/json', write: writeOEmbed },
    Object.keys(oembedParameters),
  );
}
