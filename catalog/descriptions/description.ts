/** What a page says of itself to search engines and to whoever links it. */

/** Longer ones are cut where they are shown; shorter ones tell too little. */
export const SHORTEST = 60;
export const LONGEST = 160;

/**
 * As many whole sentences as fit, in their order. Where too little fits, the next one is
 * cut at a word. Sentences that are missing are left out; none gives an empty text.
 */
export function toDescription(sentences: readonly (string | null | undefined | false)[]): string {
  let text = '';
  for (const sentence of sentences.flatMap((one) => (one ? splitSentences(one) : []))) {
    const longer = text ? `${text} ${sentence}` : sentence;
    if (longer.length > LONGEST) return text.length >= SHORTEST ? text : cut(longer);
    text = longer;
  }
  return text;
}

/** Marks of code are for pages that can show it. */
function splitSentences(text: string): string[] {
  return text.replaceAll('`', '').split(/(?<=[.?!]) (?=\p{Lu})/u);
}

function cut(text: string): string {
  const words = text.slice(0, LONGEST - 1);
  return `${words.slice(0, words.lastIndexOf(' ')).replace(/[\s,;:.–—(]+$/, '')}…`;
}
