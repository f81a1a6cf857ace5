/**
 * Copies a text, an address, or what an address answers. The style sheet takes it away
 * where there is no clipboard: there is nothing a button could do then.
 */
export type Copied =
  | { readonly what: 'text'; readonly text: string }
  /** The code that is shown in the nearest element that fits the selector. */
  | { readonly what: 'shown'; readonly within: string }
  /** With the day of access at its end, which only the reader's clock knows. */
  | { readonly what: 'citation'; readonly text: string }
  | { readonly what: 'link' | 'data'; readonly href: string }
  /** A PNG; with the choices of that name in the form around the button. */
  | { readonly what: 'image'; readonly href: string; readonly choices: readonly string[] };

export function CopyButton({ label, copied }: { label: string; copied: Copied }) {
  return (
    <span className="copies">
      <button type="button" data-copy={JSON.stringify(copied)} className="plain">
        {label}
      </button>
      <span role="status" className="ml-2 text-muted" />
    </span>
  );
}
