/** The pages of a dataset's figures; robots.txt names these maps. */
import { toEvidenceHref } from '@/address/links';
import { evidenceDeclarations } from '@/catalog/evidence-declarations';
import { openTracker } from '@/db/connection';
import { listNewestSources, listSourceColumns } from '@/db/queries/sources';
import { countRows, selectRows } from '@/db/queries/table';
import { answerUnknownName } from '@/exports/answer';
import { answerSitemap } from '@/exports/sitemap';
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
  return answerSitemap(request, async () => {
    const { orm } = openTracker();
    const columns = listSourceColumns(contract).slice(0, 1);
    return {
      count: await countRows(orm, contract),
      list: async (offset, limit) => {
        const rows: readonly Row[] = await selectRows(orm, contract, {
          ...{ offset, limit, columns: [...contract.key, ...columns] },
        });
        const cited = await listNewestSources(orm, contract, -1, { offset, limit });
        const read = new Map(cited.newest.map(({ source, retrieved }) => [source, retrieved]));
        return rows.map((row) => ({
          href: toEvidenceHref(contract, row),
          changed: read.get(String(row[columns[0] ?? ''])),
        }));
      },
    };
  });
}

type Row = Readonly<Record<string, CellValue>>;
