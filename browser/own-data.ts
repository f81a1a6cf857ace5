/**
 * A drawing and its figures, over which a visitor may draw their own. Here is only what
 * the button does: reader, drawing code and the chart's model come when it is pressed.
 */
import type { Island } from '@/app/_own-data/island';
import { recallFile } from '@/app/_own-data/kept-file';

class OwnData extends HTMLElement {
  static readonly observedAttributes = ['model'];
  #island: Island | null = null;

  connectedCallback() {
    // What a visitor drew over this chart before is drawn again.
    const button = document.querySelector<HTMLButtonElement>(
      `[data-opens="${this.id.replace(/-own$/, '')}"]`,
    );
    if (button && this.hasAttribute('model') && recallFile(this.id)) void this.toggle(button);
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

  /** Opens what reads a visitor's file, or closes it; `button` says how it stands. */
  async toggle(button: HTMLButtonElement) {
    if (this.#island) return this.#island.close();
    const model = this.getAttribute('model');
    if (!model || button.disabled) return;
    this.querySelector('[role="alert"]')?.remove();
    button.disabled = true;
    try {
      const { openIsland } = await import('@/app/_own-data/island');
      this.#island = openIsland(this, () => {
        this.#island = null;
        button.removeAttribute('aria-expanded');
      });
      await this.#island.show(model);
      button.setAttribute('aria-expanded', 'true');
    } catch {
      this.#fail();
    }
    button.disabled = false;
  }

  #fail() {
    this.#island?.close();
    const alert = document.createElement('p');
    alert.setAttribute('role', 'alert');
    alert.textContent = 'This could not be loaded. Try again.';
    this.append(alert);
  }
}

customElements.define('own-data', OwnData);

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLButtonElement>('[data-opens]');
  if (!button) return;
  const host = document.getElementById(`${button.dataset.opens}-own`);
  if (host instanceof OwnData) void host.toggle(button);
});
