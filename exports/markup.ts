/** Text made safe inside XML and HTML, in elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(CONTROL, ' ');
}

// XML allows no control characters but those between words, not even escaped.
const CONTROL = /[^\P{Cc}\t\n\r]/gu;
