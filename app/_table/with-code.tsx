/** Contracts set names of columns and values in backticks; pages set them as code. */
export function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a constant text never move
    index % 2 === 1 ? <code key={index}>{part}</code> : part,
  );
}
