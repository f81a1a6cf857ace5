/**
 * Reads a finished drawing out: by pointer the nearest figure, by keyboard one
 * figure after the other. Knows places and texts, nothing of data or scales.
 */
import {
  findNearest,
  findShown,
  type HoverContent,
  type HoverFigure,
  type Nearness,
} from '@/app/_chart-block/hover-drawing';
import { whenShown } from './shown';

interface Spot {
  /** The place among the spots of the drawing shown. */
  readonly index: number;
  readonly figure: HoverFigure;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

class ChartHover extends HTMLElement {
  #content: HoverContent | null = null;
  /** Where the content came from, and from where it is coming. */
  #from: string | null = null;
  #coming: string | null = null;
  #wish: ((content: HoverContent) => void) | null = null;
  #spot: Spot | null = null;
  /** The figure shown before the finger came down: the first tap shows, the second opens. */
  #shownBefore: number | null = null;
  #end: () => void = () => {};
  readonly #dot = make('span', 'figure-dot');
  readonly #tip = make('span', 'figure-tip');
  readonly #said = make('span', 'sr-only');

  connectedCallback() {
    this.#said.setAttribute('aria-live', 'polite');
    for (const name of ['pointerenter', 'focus']) {
      this.addEventListener(name, () => {
        this.#forget();
        this.#do(() => {});
      });
    }
    this.addEventListener('pointermove', this.#point);
    this.addEventListener('pointerdown', (event) => {
      this.#shownBefore = event.pointerType === 'mouse' ? null : (this.#spot?.index ?? -1);
      this.#point(event);
    });
    this.addEventListener('click', this.#click);
    // A finger that lifts leaves too; what it pointed at stays to be read.
    this.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType === 'mouse') this.#hide();
    });
    this.addEventListener('keydown', this.#press);
    this.addEventListener('blur', () => this.#hide());
    this.#end = whenShown(() => {
      this.#forget();
      this.#hide();
    });
  }

  disconnectedCallback() {
    this.#end();
  }

  /** Whoever comes back may find another picture. */
  #forget = () => {
    if (this.getAttribute('figures') === null || this.getAttribute('figures') !== this.#from) {
      this.#content = null;
    }
  };

  /** Does something with the figures, which come when they are first needed; the last wish counts. */
  #do(wish: (content: HoverContent) => void) {
    if (this.#content) return wish(this.#content);
    const from = this.getAttribute('figures');
    if (from === null) {
      const text = this.querySelector(':scope > script')?.textContent;
      if (!text) return;
      const content: HoverContent = JSON.parse(text);
      this.#content = content;
      return wish(content);
    }
    this.#wish = wish;
    if (this.#coming === from) return;
    this.#coming = from;
    fetch(from)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(from))))
      .then((content: HoverContent) => {
        if (this.getAttribute('figures') !== from) return;
        this.#from = from;
        this.#content = content;
        this.#wish?.(content);
        this.#wish = null;
      })
      // The next wish asks again.
      .catch(() => {})
      .finally(() => {
        if (this.#coming === from) this.#coming = null;
      });
  }

  #show({ figures, drawings }: HoverContent, index: number) {
    const shown = findShown(this, drawings);
    const [x, y, place] = shown?.spots[index] ?? [];
    const figure = place === undefined ? undefined : figures[place];
    if (!shown || x === undefined || y === undefined || !figure) return;
    const left = shown.left + (x / 1000) * shown.width;
    const top = shown.top + (y / 1000) * shown.height;
    this.#spot = { index, figure };
    Object.assign(this.#dot.style, { left: `${left}px`, top: `${top}px` });
    // Next to the figure, on the side where the window has more room.
    const across = this.getBoundingClientRect().left + left;
    const isRight = across > document.documentElement.clientWidth / 2;
    Object.assign(this.#tip.style, {
      top: `${Math.max(0, top - 20)}px`,
      left: isRight ? '' : `${left + 12}px`,
      right: isRight ? `${this.clientWidth - left + 12}px` : '',
    });
    const [name, text, when, source, address] = figure;
    this.#tip.replaceChildren(
      make('strong', '', text),
      make('span', '', name),
      make('span', 'muted', when),
      ...(source ? [make('span', 'muted', `Source: ${source}`)] : []),
      ...(address ? [make('span', 'leads', `Click or Enter: ${nameTarget(address)}`)] : []),
    );
    this.#said.textContent = `${name}: ${text}, ${when}`;
    this.style.cursor = address ? 'pointer' : '';
    // A redrawing takes away what it does not know.
    if (!this.#said.isConnected) this.append(this.#said);
    this.append(this.#dot, this.#tip);
  }

  #hide() {
    this.#wish = null;
    this.#spot = null;
    this.#dot.remove();
    this.#tip.remove();
    this.#said.textContent = '';
    this.style.cursor = '';
  }

  #point = ({ clientX, clientY }: PointerEvent) => {
    this.#do((content) => {
      const shown = findShown(this, content.drawings);
      if (!shown) return;
      const around = this.getBoundingClientRect();
      const x = ((clientX - around.left - shown.left) / shown.width) * 1000;
      const y = ((clientY - around.top - shown.top) / shown.height) * 1000;
      const by = this.getAttribute('by') as Nearness;
      this.#show(content, findNearest(shown, { x, y }, by));
    });
  };

  #click = (event: MouseEvent) => {
    // A label that is a link of its own leads where it says.
    if ((event.target as Element).closest('a')) return;
    const isFirstTap = this.#shownBefore !== null && this.#shownBefore !== this.#spot?.index;
    if (!isFirstTap) this.#open(event);
  };

  /** Goes to the evidence of the figure shown; in a new tab where the visitor asks for one. */
  #open({ metaKey, ctrlKey }: MouseEvent | KeyboardEvent) {
    const address = this.#spot?.figure[4];
    if (!address) return;
    if (metaKey || ctrlKey) window.open(address, '_blank', 'noopener');
    else location.assign(address);
  }

  #press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#hide();
    if (event.key === 'Enter' && event.target === this) this.#open(event);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#do((content) => {
      const count = findShown(this, content.drawings)?.spots.length || 1;
      const from = this.#spot?.index ?? (step > 0 ? -1 : count);
      this.#show(content, (from + step + count) % count);
    });
  };
}

function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** What an address behind a figure leads to. */
function nameTarget(href: string): string {
  const [, folder = ''] = href.split('/');
  const names: Readonly<Record<string, string>> = {
    evidence: 'evidence',
    datasets: 'the rows behind it',
    calculators: 'this scenario',
  };
  return names[folder] ?? 'the chart behind it';
}

customElements.define('chart-hover', ChartHover);
