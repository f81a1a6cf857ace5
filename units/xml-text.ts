/** What may stand in XML, so in every drawing and workbook. */

/**
 * The text with a space for each character that XML forbids even escaped: control
 * characters but those between words, halves of pairs, U+FFFE and U+FFFF.
 */
export function toXmlText(text: string): string {
  return text.replace(FORBIDDEN, ' ');
}

const FORBIDDEN = /[\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n\r]/gu;

/** Text made safe inside XML and HTML, in elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return toXmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
