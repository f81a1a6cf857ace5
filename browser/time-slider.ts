/**
 * Two native sliders on one track. They write into the form's two fields, as if
 * somebody had typed, and the picture follows; an end that is at the edge is open.
 */
import { toAddress } from './forms';
import { visit } from './redraw';
import { whenShown } from './shown';

/** An arrow key that is held down is one choice, not thirty. */
const PAUSE_MS = 500;

class TimeSlider extends HTMLElement {
  #periods: readonly (readonly [label: string, words: string])[] = [];
  #end: () => void = () => {};
  /** Where somebody moved the ends; null once the picture has followed. */
  #wanted: readonly [number, number] | null = null;
  /** A choice is one entry of the history, however many views it passes. */
  #hasEntry = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.addEventListener('input', this.#slide);
    // Comes once per drag and once per key.
    this.addEventListener('change', () => {
      this.#pause = setTimeout(() => {
        this.#hasEntry = false;
      }, PAUSE_MS);
    });
    this.#end = whenShown(() => {
      this.#periods = JSON.parse(this.getAttribute('periods') ?? '[]');
      // The view that came is already older than where the ends are now.
      if (this.#wanted) this.#write(this.#wanted);
      else this.#mark();
    });
  }

  disconnectedCallback() {
    this.#end();
  }

  #slide = ({ target }: Event) => {
    const [first, last] = this.#inputs();
    if (!first || !last) return;
    const [from, to] = [first.valueAsNumber, last.valueAsNumber];
    const isIdle = this.#wanted === null;
    // The ends never pass each other.
    this.#wanted = target === first ? [Math.min(from, to), to] : [from, Math.max(from, to)];
    this.#write(this.#wanted);
    clearTimeout(this.#pause);
    if (isIdle) void this.#follow();
  };

  /** One view after the other; those that were passed meanwhile are left out. */
  async #follow() {
    for (let drawn = ''; ; ) {
      const form = this.#fields()[0]?.form;
      const address = form && toAddress(form);
      if (!address || address.href === drawn) break;
      drawn = address.href;
      const entry = this.#hasEntry ? 'replace' : 'push';
      this.#hasEntry = true;
      // Somebody went elsewhere meanwhile.
      if (!(await visit(address, { entry, isOngoing: true, from: this }))) break;
    }
    this.#wanted = null;
  }

  #inputs(): HTMLInputElement[] {
    return [...this.querySelectorAll('input')];
  }

  /** The entries at its ends. */
  #fields(): HTMLInputElement[] {
    const ids = (this.getAttribute('fields') ?? '').split(' ');
    return ids.flatMap((id) => document.querySelector<HTMLInputElement>(`input#${id}`) ?? []);
  }

  #write(ends: readonly [number, number]) {
    const fields = this.#fields();
    this.#inputs().forEach((input, end) => {
      const place = ends[end] ?? 0;
      input.value = String(place);
      const isOpen = input.value === (end === 0 ? input.min : input.max);
      const field = fields[end];
      if (field) field.value = isOpen ? '' : (this.#periods[place]?.[0] ?? '');
    });
    this.#mark();
  }

  /** The stretch between the two, in color and in words. */
  #mark() {
    const [first, last] = this.#inputs();
    const bar = this.querySelector('span');
    if (!first || !last || !bar) return;
    const most = Number(last.max);
    bar.style.left = `${(first.valueAsNumber / most) * 100}%`;
    bar.style.right = `${(1 - last.valueAsNumber / most) * 100}%`;
    // At the right edge the first thumb would lie below the last, which cannot move away.
    first.style.zIndex = first.valueAsNumber > most / 2 ? '1' : '';
    for (const input of [first, last]) {
      input.setAttribute('aria-valuetext', this.#periods[input.valueAsNumber]?.[1] ?? '');
    }
  }
}

customElements.define('time-slider', TimeSlider);
