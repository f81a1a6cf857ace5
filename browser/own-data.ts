/**
 * A drawing and its figures, over which a visitor may draw their own. Here is only the
 * button: reader, drawing code and the chart's model come when it is pressed.
 */
import type { Island } from '@/app/_own-data/island';

class OwnData extends HTMLElement {
  static readonly observedAttributes = ['model'];
  #island: Island | null = null;

  connectedCallback() {
    this.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('[data-opens]')) void this.#open();
    });
  }

  disconnectedCallback() {
    this.#island?.close();
  }

  /** Another view of the chart: its model is fetched, and the visitor's figures are drawn anew. */
  attributeChangedCallback() {
    const model = this.getAttribute('model');
    if (!model) this.#island?.close();
    else this.#island?.show(model).catch(() => this.#fail());
  }

  async #open() {
    const opener = this.querySelector<HTMLElement>('[data-kept="opener"]');
    const button = opener?.querySelector('button');
    const model = this.getAttribute('model');
    if (!opener || !button || !model || button.disabled) return;
    const words = button.textContent;
    opener.querySelector('[role="alert"]')?.remove();
    button.disabled = true;
    button.textContent = 'Loading …';
    try {
      const { openIsland } = await import('@/app/_own-data/island');
      this.#island = openIsland(this, () => {
        this.#island = null;
        opener.hidden = false;
      });
      await this.#island.show(model);
      opener.hidden = true;
    } catch {
      this.#fail();
    }
    button.disabled = false;
    button.textContent = words;
  }

  #fail() {
    this.#island?.close();
    const alert = document.createElement('span');
    alert.setAttribute('role', 'alert');
    alert.className = 'ml-2';
    alert.textContent = 'It could not be loaded. Please try again.';
    this.querySelector('[data-kept="opener"]')?.append(alert);
  }
}

customElements.define('own-data', OwnData);
