/** Citations as files, for reference managers. */
import { day } from '@/address/parameters';
import { ACCESSED } from '../access';
import { toBibTex, toCitation, toCslJson, toRis } from '../citation';
import { type ExportFormat, WITH_FIGURES } from '../format';
import type { Publication } from '../publication';

function defineCitation(
  format: Pick<ExportFormat, 'extension' | 'name' | 'mediaType' | 'purpose'>,
  write: (publication: Publication, accessed: string | null) => string,
): ExportFormat {
  return {
    ...format,
    kind: 'citation',
    appliesTo: WITH_FIGURES,
    parameters: {
      [ACCESSED]: day('The day on which the figures were seen; without it, none is named.'),
    },
    render: async (publication, values) => ({
      body: write(publication, values[ACCESSED] ?? null),
    }),
  };
}

export const citations: readonly ExportFormat[] = [
  defineCitation(
    {
      extension: 'txt',
      name: 'Citation',
      mediaType: 'text/plain; charset=utf-8',
      purpose: 'One sentence for a footnote',
    },
    (publication, accessed) => `${toCitation(publication, accessed)}\n`,
  ),
  defineCitation(
    {
      extension: 'bib',
      name: 'BibTeX',
      mediaType: 'application/x-bibtex; charset=utf-8',
      purpose: 'Citation with all sources, for LaTeX and Zotero',
    },
    toBibTex,
  ),
  defineCitation(
    {
      extension: 'ris',
      name: 'RIS',
      mediaType: 'application/x-research-info-systems; charset=utf-8',
      purpose: 'Citation with all sources, for EndNote and Mendeley',
    },
    toRis,
  ),
  defineCitation(
    {
      extension: 'csl',
      name: 'CSL-JSON',
      mediaType: 'application/vnd.citationstyles.csl+json',
      purpose: 'Citation with all sources, for Pandoc and Zotero',
    },
    toCslJson,
  ),
];
