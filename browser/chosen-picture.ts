/** What a form of a picture's choices asks for, as the picture's address. */

/** Of those `names` that the form has: what is chosen and is not the form's first choice. */
export function toChosenHref(
  form: HTMLFormElement,
  href: string,
  names: readonly string[],
): string {
  const [path = '', query] = href.split('?');
  const search = new URLSearchParams(query);
  for (const { name, value, selectedOptions } of form.querySelectorAll('select')) {
    const isChosen = value !== '' && !selectedOptions[0]?.defaultSelected;
    // A chart may have a choice of the same name, as with `scale`: both stand.
    if (names.includes(name) && isChosen) search.append(name, value);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}
