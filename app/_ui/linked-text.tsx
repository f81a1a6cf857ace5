/** A text in which names lead to their pages. */
import type { Piece } from '@/subjects/names/link-names';

export function LinkedText({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, href }) =>
    href ? (
      <a key={href} href={href}>
        {text}
      </a>
    ) : (
      text
    ),
  );
}
