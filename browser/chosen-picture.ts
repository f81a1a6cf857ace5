/** What a form of a picture's choices asks for, as the picture's address. */

/** Of those `names` that the form has: what is chosen and is not the form's first choice. */
export function toChosenHref(
  form: HTMLFormElement,
  href: string,
  names: readonly string[],
): string {
  const [path = '', query] = href.split('?');
  const search = new URLSearchParams(query);
  for (const { name, value, defaultChecked } of listChosen(form)) {
    if (names.includes(name) && value !== '' && !defaultChecked) search.append(name, value);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The chosen one of each of its choices, and its numbers, which may be empty. */
export const listChosen = (form: HTMLFormElement): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked, input[type="number"]'),
];
