/** The pages of a dataset's figures; robots.txt names these maps. */
import { toEvidenceHref } from '@/address/links';
import { evidenceDeclarations } from '@/catalog/evidence-declarations';
import { openTracker } from '@/db/connection';
import { findRows } from '@/db/find-rows';
import { listSources } from '@/db/queries/names';
import { listSourceColumns } from '@/db/queries/sources';
import { answerDocument, answerUnknownName } from '@/exports/answer';
import { SITEMAP, writeSitemap } from '@/exports/sitemap';
import type { CellValue } from '@/units/table';

// By its name Next takes it for a file that is made once.
export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ dataset: string }> },
): Promise<Response> {
  const { dataset } = await params;
  const all = evidenceDeclarations.map(({ contract }) => contract);
  const contract = all.find(({ slug }) => slug === dataset);
  if (!contract) {
    const known = all.map(({ slug }) => slug);
    return answerUnknownName('dataset', dataset, { known, list: '/datasets.json lists them.' });
  }
  return answerDocument(request, {
    mediaType: SITEMAP,
    write: async () => {
      const { orm } = openTracker();
      const [first = '', ...rest] = contract.key;
      const rows: Row[] = await findRows(orm, contract, {}, [first, ...rest]);
      const [column = ''] = listSourceColumns(contract);
      const cited = rows.flatMap((row) => row[column] ?? []).map(String);
      const documents = await listSources(orm, [...new Set(cited)]);
      const read = new Map(documents.map(({ source, retrieved }) => [source, retrieved]));
      return writeSitemap(
        rows.map((row) => ({
          href: toEvidenceHref(contract, row),
          changed: read.get(String(row[column])),
        })),
      );
    },
  });
}

type Row = Readonly<Record<string, CellValue>>;
