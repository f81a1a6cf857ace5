/** The picture as the form around it would make it. */
import { listChosen, toChosenHref } from './chosen-picture';
import { whenShown } from './shown';

// The file is always drawn as SVG here: the other formats are made of it.
const CHOICES = ['picture', 'size', 'width', 'height', 'theme', 'background'];

const checks = (one: string, other: string) =>
  `repeating-conic-gradient(${one} 0 25%, ${other} 0 50%) 0 0 / 16px 16px`;
/** What lies behind a transparent picture. */
const GROUNDS = { light: checks('#fff', '#f0f1f4'), dark: checks('#0b1020', '#151c33') };

class PicturePreview extends HTMLElement {
  #end: () => void = () => {};

  connectedCallback() {
    this.closest('form')?.addEventListener('change', () => this.#show());
    this.querySelector('img')?.addEventListener('error', () => this.#explain());
    // A browser may have kept the choices of an earlier visit.
    this.#end = whenShown(() => this.#show());
  }

  disconnectedCallback() {
    this.#end();
  }

  #show() {
    const form = this.closest('form');
    const image = this.querySelector('img');
    if (!form || !image) return;
    const href = toChosenHref(form, this.getAttribute('href') ?? '', CHOICES);
    const chosen = new Map(listChosen(form).map(({ name, value }) => [name, value]));
    this.#say('');
    this.querySelector('a')?.setAttribute('href', href);
    if (image.getAttribute('src') !== href) image.src = href;
    image.style.background =
      chosen.get('background') === 'transparent'
        ? GROUNDS[chosen.get('theme') === 'dark' ? 'dark' : 'light']
        : '';
  }

  async #explain() {
    const answer = await fetch(this.querySelector('img')?.src ?? '');
    if (!answer.ok) this.#say((await answer.json()).detail);
  }

  #say(words: string) {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }
}

customElements.define('picture-preview', PicturePreview);
