import { toXmlText } from '@/units/xml-text';

/** Text made safe inside XML and HTML, in elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return toXmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
