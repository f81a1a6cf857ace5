/**
 * Reads a finished drawing out: by pointer all figures at a date or of a row, by keyboard
 * one figure after the other. Whose label is pointed at stands out. Knows places and
 * texts, nothing of data or scales.
 */
import {
  findNearest,
  findShown,
  type HoverContent,
  type HoverFigure,
  type Nearness,
  placeReadout,
} from '@/app/_chart-block/hover-drawing';
import { findStep, make, nameTarget, place, writeDate, writeRow } from './readout';
import { visit } from './redraw';
import { whenShown } from './shown';

/** A line has room for so many; more are a sheet. */
const MOST_IN_LINE = 4;

class ChartHover extends HTMLElement {
  #content: HoverContent | null = null;
  /** Where the content came from, and from where it is coming. */
  #from: string | null = null;
  #coming: string | null = null;
  #wish: ((content: HoverContent) => void) | null = null;
  /** The place of the figure that is read. */
  #at: number | null = null;
  /** The figure shown before the finger came down: the first tap shows, the second opens. */
  #shownBefore: number | null = null;
  #end: () => void = () => {};
  readonly #marks = make('div', 'figure-marks');
  readonly #readout = make('div', 'readout');
  readonly #said = make('span', 'sr-only');

  connectedCallback() {
    this.#said.setAttribute('role', 'status');
    for (const name of ['pointerenter', 'focus']) {
      this.addEventListener(name, () => {
        this.#forget();
        this.#do(null);
      });
    }
    this.addEventListener('pointermove', this.#point);
    this.addEventListener('pointerdown', (event) => {
      this.#shownBefore = event.pointerType === 'mouse' ? null : (this.#at ?? -1);
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

  /**
   * Does something with the figures, which come when they are first needed; the last wish
   * counts. Null: they are only to come.
   */
  #do(wish: ((content: HoverContent) => void) | null) {
    if (this.#content) return wish?.(this.#content);
    const from = this.getAttribute('figures');
    if (from === null) {
      const text = this.querySelector(':scope > script')?.textContent;
      if (!text) return;
      const content: HoverContent = JSON.parse(text);
      this.#content = content;
      return wish?.(content);
    }
    this.#wish = wish ?? this.#wish;
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

  get #by(): Nearness {
    return this.getAttribute('by') as Nearness;
  }

  /** Reads the figure at a place of the list, with those of its date or row. */
  #show(content: HoverContent, at: number) {
    const shown = findShown(this, content.drawings);
    const figure = content.figures[at];
    if (!shown || !figure) return;
    const group = figure[1];
    const toPixels = ([x, y]: readonly number[]) =>
      [
        shown.left + ((x ?? 0) / 1000) * shown.width,
        shown.top + ((y ?? 0) / 1000) * shown.height,
      ] as const;
    const spots = shown.spots.filter(([, , place]) => content.figures[place]?.[1] === group);
    const own = spots.find(([, , place]) => place === at);
    if (!own) return;
    this.#at = at;
    const [x] = toPixels(own);
    const rule = this.#by === 'column' ? [place(make('i', 'rule'), x, shown.top)] : [];
    for (const one of rule) one.style.height = `${shown.height}px`;
    const dots = spots.map((spot) => {
      const dot = place(make('i', spot === own ? 'dot own' : 'dot'), ...toPixels(spot));
      const color = content.names[content.figures[spot[2]]?.[0] ?? 0]?.[1];
      if (color) dot.style.borderColor = color;
      return dot;
    });
    this.#marks.replaceChildren(...rule, ...dots);
    this.#write(content, figure, shown.isNarrow);
    // A redrawing takes away what it does not know.
    if (!this.#said.isConnected) this.append(this.#said);
    this.append(this.#marks, this.#readout);
    if (!shown.isNarrow) {
      const { offsetWidth: width, offsetHeight: height } = this.#readout;
      const room = { left: 0, right: this.clientWidth, height: this.clientHeight };
      const { left, top } = placeReadout(shown.spots.map(toPixels), { x, width, height }, room);
      Object.assign(this.#readout.style, { left: `${left}px`, top: `${top}px` });
    } else {
      this.#readout.removeAttribute('style');
    }
    this.style.cursor = figure[5] ? 'pointer' : '';
  }

  #write(content: HoverContent, figure: HoverFigure, isNarrow: boolean) {
    const [name, group, , when, source, address] = figure;
    const isColumn = this.#by === 'column';
    const together = content.figures.filter((one) => one[1] === group);
    const { lines, count, foot } = isColumn
      ? writeDate(content, together, figure)
      : writeRow(together);
    const isTouched = this.#shownBefore !== null;
    const narrow = count > MOST_IN_LINE || !isColumn ? ' sheet' : ' line';
    this.#readout.className = `readout${isNarrow ? narrow : ''}`;
    this.#readout.replaceChildren(
      make('strong', '', isColumn ? when : (content.names[name]?.[0] ?? '')),
      ...lines,
      ...(foot ? [make('span', 'muted', foot)] : []),
      ...(source ? [make('span', 'muted', `Source: ${source}`)] : []),
      ...(address
        ? [make('span', 'leads', `${isTouched ? 'Tap again' : 'Click'} for ${nameTarget(address)}`)]
        : []),
    );
  }

  #hide() {
    this.#wish = null;
    this.#at = null;
    this.#marks.remove();
    this.#readout.remove();
    this.#said.textContent = '';
    this.style.cursor = '';
    this.#stepBack(null);
  }

  /** Lets the series of one place stand out; null: none. */
  #stepBack(series: string | null) {
    if (this.dataset.focus === (series ?? undefined)) return;
    if (series === null) delete this.dataset.focus;
    else this.dataset.focus = series;
    for (const element of this.querySelectorAll('[data-s]')) {
      element.classList.toggle(
        'back',
        series !== null && element.getAttribute('data-s') !== series,
      );
    }
  }

  #point = (event: PointerEvent) => {
    const { clientX, clientY, target } = event;
    const label = target instanceof Element && target.closest('text[data-s]');
    this.#stepBack(label ? label.getAttribute('data-s') : null);
    this.#do((content) => {
      const shown = findShown(this, content.drawings);
      if (!shown) return;
      const around = this.getBoundingClientRect();
      const x = ((clientX - around.left - shown.left) / shown.width) * 1000;
      const y = ((clientY - around.top - shown.top) / shown.height) * 1000;
      const spot = shown.spots[findNearest(shown, { x, y }, this.#by)];
      if (spot) this.#show(content, spot[2]);
    });
  };

  #click = (event: MouseEvent) => {
    const target = event.target as Element;
    // A label that is a link of its own leads where it says.
    if (target.closest('a')) return;
    const label = target.closest('text[data-s]');
    // What a visitor's own figures are drawn with has no address.
    if (label && this.hasAttribute('figures')) {
      return this.#do(({ names }) => {
        const id = names[Number(label.getAttribute('data-s'))]?.[2];
        if (id) this.#focus(id);
      });
    }
    const isFirstTap = this.#shownBefore !== null && this.#shownBefore !== this.#at;
    if (!isFirstTap) this.#open(event);
  };

  /** Lets a series stand out by address, or no longer. */
  #focus(id: string) {
    const address = new URL(location.href);
    if (address.searchParams.get('focus') === id) address.searchParams.delete('focus');
    else address.searchParams.set('focus', id);
    address.search = address.search.replaceAll('%7E', '~');
    void visit(address, { from: this });
  }

  /** Goes to the evidence of the figure shown; in a new tab where the visitor asks for one. */
  #open({ metaKey, ctrlKey }: MouseEvent | KeyboardEvent) {
    const address = this.#at === null ? undefined : this.#content?.figures[this.#at]?.[5];
    if (!address) return;
    if (metaKey || ctrlKey) window.open(address, '_blank', 'noopener');
    else location.assign(address);
  }

  #press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#hide();
    if (event.key === 'Enter' && event.target === this) this.#open(event);
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const along = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (across === 0 && along === 0) return;
    event.preventDefault();
    this.#shownBefore = null;
    this.#do((content) => {
      const at = findStep(content, {
        at: this.#at,
        drawn: new Set(findShown(this, content.drawings)?.spots.map(([, , place]) => place)),
        step: across || along,
        isAlong: this.#by === 'column' && along !== 0,
        isColumn: this.#by === 'column',
      });
      if (at === null) return;
      this.#show(content, at);
      const [name = 0, , text, when, , , change] = content.figures[at] ?? [];
      this.#said.textContent = [`${content.names[name]?.[0]}: ${text}`, when, change]
        .filter(Boolean)
        .join(', ');
    });
  };
}

customElements.define('chart-hover', ChartHover);
