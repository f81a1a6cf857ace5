/** What may stand in XML, so in every drawing and workbook. */

/**
 * The text with a space for each character that XML forbids even escaped: control
 * characters but those between words, halves of pairs, U+FFFE and U+FFFF.
 */
export function toXmlText(text: string): string {
  return text.replace(FORBIDDEN, ' ');
}

const FORBIDDEN = /[\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n\r]/gu;
