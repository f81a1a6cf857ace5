/**
 * Forms that choose a view of the page that is open. What the address need not say is
 * left out, so that the server has nothing to shorten; a list is spelled in one value.
 */
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { formatTimeRange, parseTimeRange } from '@/units/time-range';
import { isThisPage, visit } from './redraw';

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  if (form.method !== 'get' || !isThisPage(new URL(form.action))) return;
  // A button may lead elsewhere, to a file.
  if (event.submitter?.hasAttribute('formaction')) return;
  event.preventDefault();
  // A field that acts at once has acted when Enter is pressed in it.
  if (!('acts' in form.dataset)) void visit(toAddress(form, { submitter: event.submitter }));
});

// Each choice acts at once.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return;
  const { form } = target;
  if (!form || !('acts' in form.dataset) || target.type === 'range') return;
  // What is read while somebody types has been read.
  if ('follows' in form.dataset && target instanceof HTMLInputElement) return;
  // Somebody may be typing into the next field when the view of this one comes.
  void visit(toAddress(form, { changed: target }), {
    from: form,
    isOngoing: true,
    chosen: target.name,
  });
});

/** The address that a form asks for. */
export function toAddress(
  form: HTMLFormElement,
  {
    submitter = null,
    changed = null,
  }: { submitter?: HTMLElement | null; changed?: HTMLElement | null } = {},
): URL {
  const address = new URL(form.action);
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) search.append(name, String(value));
  // Selects, inputs and buttons: their names are those of parameters.
  for (const field of form.elements as Iterable<HTMLInputElement>) {
    if (field.dataset.standing === field.value?.trim()) search.delete(field.name);
  }
  const times = search.getAll('time');
  if (times.length === 2) {
    const calendar: FiscalCalendar | null = JSON.parse(form.dataset.calendar ?? 'null');
    const range = parseTimeRange(times.join('..'), calendar);
    // What cannot be read goes to the server, which says why.
    const time = range && formatTimeRange(range);
    if (time !== null) {
      search.delete('time');
      if (time) search.append('time', time);
    }
  }
  const option = changed instanceof HTMLSelectElement ? changed.selectedOptions[0] : undefined;
  for (const from of [changed, option]) {
    for (const name of from?.dataset.drops?.split(' ') ?? []) search.delete(name);
  }
  // A list reads better as it is written elsewhere, and the key of a page is its spelling.
  address.search = search.toString().replaceAll('%7E', '~');
  return address;
}

/** Results follow what is typed as soon as one pauses. */
const PAUSE_MS = 150;
let pause: ReturnType<typeof setTimeout>;
document.addEventListener('input', ({ target }) => {
  const form = target instanceof Element ? target.closest('form') : null;
  const { follows } = form?.dataset ?? {};
  // Of some forms one field alone is followed.
  if (!form || follows === undefined) return;
  if (follows !== '' && target !== form.elements.namedItem(follows)) return;
  clearTimeout(pause);
  pause = setTimeout(() => {
    const address = toAddress(form);
    // Whoever is typing stays where the field is.
    address.hash = '';
    void visit(address, { entry: 'replace', isOngoing: true });
  }, PAUSE_MS);
});
