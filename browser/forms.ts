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
  event.preventDefault();
  void visit(toAddress(form, event.submitter));
});

/** The address that a form asks for. */
export function toAddress(form: HTMLFormElement, submitter: HTMLElement | null = null): URL {
  const address = new URL(form.action);
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) search.append(name, String(value));
  for (const field of form.querySelectorAll<HTMLInputElement>('[data-standing]')) {
    if (field.value.trim() === field.dataset.standing) search.delete(field.name);
  }
  const name = form.dataset.list;
  if (name) {
    const value = lists[name]?.(form);
    // What cannot be read goes to the server, which says why.
    if (typeof value === 'string') {
      search.delete(name);
      if (value) search.append(name, value);
    }
  }
  // A list reads better as it is written elsewhere, and the key of a page is its spelling.
  address.search = search.toString().replaceAll('%7E', '~');
  return address;
}

const lists: Readonly<Record<string, (form: HTMLFormElement) => string | null>> = {
  series: (form) => {
    const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=series][type=checkbox]')];
    const ticked = boxes.filter(({ checked }) => checked);
    return ticked.length === boxes.length ? '' : ticked.map(({ value }) => value).join('~');
  },
  time: (form) => {
    const calendar: FiscalCalendar | null = JSON.parse(form.dataset.calendar ?? 'null');
    const range = parseTimeRange(new FormData(form).getAll('time').join('..'), calendar);
    return range && formatTimeRange(range);
  },
};

// A field that is a choice of its own sends its form.
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && 'sends' in target.dataset)
    target.form?.requestSubmit();
});

/** Results follow what is typed as soon as one pauses. */
const PAUSE_MS = 150;
let pause: ReturnType<typeof setTimeout>;
document.addEventListener('input', ({ target }) => {
  const form = target instanceof Element ? target.closest('form') : null;
  if (!form || !('follows' in form.dataset)) return;
  clearTimeout(pause);
  pause = setTimeout(
    () => void visit(toAddress(form), { entry: 'replace', isOngoing: true }),
    PAUSE_MS,
  );
});
