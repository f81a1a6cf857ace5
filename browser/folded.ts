/**
 * An address may name a part of a list that is folded or on another page of it:
 * `/timeline#chatgpt-launched`. The list knows by which parameter it is asked for.
 */
function find() {
  const name = document.querySelector<HTMLElement>('[data-finds]')?.dataset.finds;
  const part = decodeURIComponent(location.hash.slice(1));
  const address = new URL(location.href);
  if (!name || !part || document.getElementById(part) || address.searchParams.has(name)) return;
  address.search = new URLSearchParams({ [name]: part }).toString();
  location.replace(address);
}

find();
addEventListener('hashchange', find);
