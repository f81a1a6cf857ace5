import { answerDocument } from '@/exports/document-answer';
import { OEMBED_PARAMETERS, writeOEmbed } from '@/exports/embed/oembed';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerDocument(
    request,
    { mediaType: 'application/json', write: writeOEmbed },
    OEMBED_PARAMETERS,
  );
}
