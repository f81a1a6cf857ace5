/** Tells what has to look at a page again that it was redrawn. */

const SHOWN = 'tracker:shown';

/** Runs now, and whenever `<main>` shows something else. Gives what ends that. */
export function whenShown(look: () => void): () => void {
  look();
  document.addEventListener(SHOWN, look);
  return () => document.removeEventListener(SHOWN, look);
}

/** `<main>` shows something else now. */
export function tellShown(): void {
  document.dispatchEvent(new Event(SHOWN));
}
