/**
 * An address may name a part of the page that is folded, which opens, or a part of a list
 * that is on another page of it: `/timeline#chatgpt-launched`. The list knows by which
 * parameter it is asked for.
 */
function find() {
  const part = decodeURIComponent(location.hash.slice(1));
  const target = part && document.getElementById(part);
  if (target) target.closest('details')?.setAttribute('open', '');
  const name = document.querySelector<HTMLElement>('[data-finds]')?.dataset.finds;
  const address = new URL(location.href);
  if (!name || !part || target || address.searchParams.has(name)) return;
  address.search = new URLSearchParams({ [name]: part }).toString();
  location.replace(address);
}

find();
addEventListener('hashchange', find);
