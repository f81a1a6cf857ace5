import { answerDocument } from '@/exports/answer';
import { LINKSET, writeApiCatalog } from '@/exports/api/catalog';
import { toSiteOrigin } from '@/exports/site';

export function GET(request: Request): Promise<Response> {
  return answerDocument(request, {
    mediaType: LINKSET,
    links: [`<${toSiteOrigin()}/.well-known/api-catalog>; rel="api-catalog"`],
    write: writeApiCatalog,
  });
}
