/** The last part of every download: the same for charts, datasets and calculators. */
import {
  answerFile,
  answerProblem,
  answerUnchanged,
  answerWrongParameters,
  toETag,
} from './answer';
import type { Asked } from './asked-snapshot';
import { toFileName } from './file-name';
import type { ExportFormat, ExportValues } from './format';
import { listFormats } from './formats';
import { listLinks } from './links';
import type { Publication } from './publication';

/**
 * Writes a publication in a format; 304 where the reader has it already, which
 * costs no publication, and 400 where the format's values ask for what cannot be
 * drawn.
 */
export async function answerPublication(
  request: Request,
  { tracker, lasts }: Asked,
  {
    format,
    values,
    build,
  }: {
    format: ExportFormat;
    values: ExportValues;
    /** `links` are further values of the Link header. */
    build: () => Promise<{ publication: Publication; links?: readonly string[] }>;
  },
): Promise<Response> {
  const etag = toETag(request, tracker.snapshot.id);
  const unchanged = answerUnchanged(request, etag, lasts);
  if (unchanged) return unchanged;
  const { publication, links = [] } = await build();
  const { body, problem } = await format.render(publication, values);
  if (problem) return answerWrongParameters([problem]);
  return answerFile(
    {
      body,
      mediaType: format.mediaType,
      fileName: toFileName(publication, format, values),
      lasts,
      links: [...listLinks(publication, format), ...links],
      shown: format.isShown ?? false,
    },
    etag,
  );
}

export function answerUnknownFormat(kind: Publication['kind'], extension: string): Response {
  const extensions = listFormats(kind).map((one) => one.extension);
  return answerProblem({
    status: 404,
    title: 'There is no such format',
    detail: `A ${kind} is not offered as ".${extension}". Formats: ${extensions.join(', ')}.`,
  });
}
