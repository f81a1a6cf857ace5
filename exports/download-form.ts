/** The form of the download panel, which knows the format only when it is sent. */
import { listParameters, writeAddress } from '@/address/href';
import { formats, getFormat } from './formats';
import type { Publication } from './publication';
import { answerUnknownFormat } from './publication-answer';

/**
 * Leads on to the file's own address. What the chosen format has no use for, such
 * as the theme of a CSV, is left out, and so are defaults.
 */
export function toDownloadAnswer(
  url: string,
  kind: Exclude<Publication['kind'], 'dataset'>,
  slug: string,
): Response {
  const asked = listParameters(url);
  const extension = asked.find(([name]) => name === 'format')?.[1] ?? '';
  const format = getFormat(kind, extension);
  if (!format || !/^[a-z0-9-]+$/.test(slug)) return answerUnknownFormat(kind, extension);
  const optional = new Set(formats.flatMap(({ parameters }) => Object.keys(parameters)));
  const kept = asked.filter(([name, value]) => {
    if (name === 'format' || value === '') return false;
    const own = format.parameters[name];
    if (own) return own.read([]).text !== value;
    // `scale` is the pixels of a PNG and, in words, the axis of a chart.
    return !optional.has(name) || (name === 'scale' && !/^\d$/.test(value));
  });
  const location = writeAddress(`/${kind}s/${slug}.${extension}`, kept);
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'public, max-age=3600' },
  });
}
