/**
 * What comes up while one types into the search: figures first, then charts, chips and names,
 * each a link. The field becomes a combobox: arrows move, Enter opens, Esc closes, and the
 * count is announced. Without an answer the form works as it does without scripts.
 */

interface Answers {
  readonly answers: readonly {
    readonly title: string;
    readonly note: string | null;
    readonly columns: readonly unknown[];
    readonly figures: readonly {
      readonly label: string;
      readonly values: readonly string[];
      readonly detail: string | null;
      readonly href: string | null;
    }[];
    readonly links: readonly { readonly href: string }[];
  }[];
  readonly total: number;
  readonly has_all_words: boolean;
  readonly did_you_mean: readonly string[];
  readonly groups: readonly {
    readonly heading: string;
    readonly results: readonly { readonly href: string; readonly title: string }[];
  }[];
}

const WAIT_MS = 120;
const MOST_FIGURES = 3;
const MOST_RESULTS = 7;
const LIST = 'search-suggestions';

const field = document.querySelector<HTMLInputElement>('#site-search');
if (field?.form) suggestFor(field, field.form);

function suggestFor(field: HTMLInputElement, form: HTMLFormElement) {
  const list = document.createElement('div');
  list.id = LIST;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  form.append(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-controls': LIST,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
  })) {
    field.setAttribute(name, value);
  }

  let asked = '';
  let timer = 0;
  let underWay = new AbortController();

  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  const at = () => options().findIndex((option) => option.ariaSelected === 'true');

  function close() {
    underWay.abort();
    asked = '';
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function choose(place: number) {
    const all = options();
    const chosen = all[place];
    for (const option of all) option.ariaSelected = String(option === chosen);
    if (!chosen) return field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  }

  async function ask() {
    const words = field.value.trim();
    if (words === asked) return;
    if (words.length < 2) return close();
    asked = words;
    underWay.abort();
    underWay = new AbortController();
    const address = `/search.json?${new URLSearchParams({ q: words, limit: '3' })}`;
    try {
      const answer = await fetch(address, { signal: underWay.signal });
      if (!answer.ok) return close();
      show((await answer.json()) as Answers, words);
    } catch {
      // A later letter asks anew; offline, the form remains.
    }
  }

  function show(found: Answers, words: string) {
    list.replaceChildren(...draw(found, words));
    const all = options();
    for (const [place, option] of all.entries()) {
      option.id = `${LIST}-${place}`;
      option.ariaSelected = 'false';
    }
    list.hidden = all.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    field.removeAttribute('aria-activedescendant');
    const announcement = document.getElementById('announcement');
    const count = `${all.length} ${all.length === 1 ? 'suggestion' : 'suggestions'}`;
    if (announcement) announcement.textContent = count;
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, WAIT_MS);
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const count = options().length;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      // Past either end the field itself is next.
      choose(((at() + 1 + move + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && at() >= 0) {
      event.preventDefault();
      options()[at()]?.click();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close();
  });
  // The field keeps the focus while somebody points at a suggestion.
  list.addEventListener('mousedown', (event) => event.preventDefault());
}

function draw(found: Answers, words: string): HTMLElement[] {
  const figures: HTMLElement[] = [];
  for (const [place, { title, note, columns, figures: all, links }] of found.answers.entries()) {
    const fallback = links[0]?.href ?? '/';
    if (columns.length > 0) {
      figures.push(toOption(toSearch(words), title, all[0] ? describe(all[0]) : ''));
      continue;
    }
    if (note && place === 0) figures.push(element('p', note));
    // Of further answers the first figure tells that there are some.
    const most = place === 0 ? MOST_FIGURES : 1;
    for (const { label, values, detail, href } of all.slice(0, most)) {
      const option = toOption(href ?? fallback, `${title}, ${label}`, values.join(' · '));
      if (detail) option.append(element('em', detail));
      figures.push(option);
    }
  }
  const meant = found.did_you_mean.map((one) => toOption(toSearch(one), `Did you mean ${one}?`));
  let left = MOST_RESULTS;
  const groups = found.has_all_words ? found.groups : [];
  const results = groups.flatMap(({ heading, results }) => {
    const shown = results.slice(0, left);
    left -= shown.length;
    return shown.map(({ href, title }) => toOption(href, title, heading));
  });
  const isMore = found.total > results.length && found.has_all_words;
  return [
    ...toGroup('Figures', figures),
    ...toGroup('Results', [...meant, ...results]),
    ...(isMore ? [toOption(toSearch(words), `All ${found.total} results`)] : []),
  ];
}

const describe = ({ label, values }: { label: string; values: readonly string[] }) =>
  `${label}: ${values.join(' · ')}`;

const toSearch = (words: string) => `/search?${new URLSearchParams({ q: words })}`;

function toGroup(label: string, children: readonly HTMLElement[]): HTMLElement[] {
  if (children.length === 0) return [];
  const group = element('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', label);
  group.append(...children);
  return [group];
}

function toOption(href: string, label: string, more = ''): HTMLElement {
  const option = document.createElement('a');
  option.setAttribute('role', 'option');
  option.tabIndex = -1;
  option.href = href;
  option.append(element('span', label), ...(more ? [element('small', more)] : []));
  return option;
}

function element(name: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
