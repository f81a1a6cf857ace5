/** What a drawing says when it is read out: its words, and to which figure a key leads. */
import type { HoverContent, HoverFigure } from '@/app/_chart-block/hover-drawing';

interface Words {
  readonly lines: readonly HTMLElement[];
  /** How many figures they hold. */
  readonly count: number;
  /** What is true of all of them; empty: nothing. */
  readonly foot: string;
}

/** All series at one date, from the largest down, and who has no figure there. */
export function writeDate(
  content: HoverContent,
  together: readonly HoverFigure[],
  figure: HoverFigure,
): Words {
  const kinds = new Set(together.map(([, , text]) => split(text)[1]));
  const kind = kinds.size === 1 ? [...kinds].join() : '';
  const rows = together.map((one) => {
    const [of, , text, , , , change] = one;
    const [value, own] = split(text);
    const [label = '', color] = content.names[of] ?? [];
    const head = make('th', '', label);
    if (color) {
      const swatch = make('i', '');
      swatch.style.background = color;
      head.prepend(swatch);
    }
    const row = make('tr', one === figure && together.length > 1 ? 'own' : '');
    row.append(head, make('td', '', value), make('td', 'muted', kind === own ? change : own));
    return row;
  });
  const gaps = listGaps(content, figure[1]).map((name) => {
    const row = make('tr', 'muted');
    row.append(make('th', '', name), make('td', '', '–'), make('td', '', 'no figure found'));
    return row;
  });
  const table = make('table', '');
  table.append(...rows, ...gaps);
  const hasChange = together.some(([, , , , , , change]) => change !== '');
  const foot = [kind, hasChange ? 'change from a year earlier' : ''].filter(Boolean).join('; ');
  const count = rows.length + gaps.length;
  return { lines: [table], count, foot: foot.charAt(0).toUpperCase() + foot.slice(1) };
}

/** The figures of one row, each with what places it. */
export function writeRow(together: readonly HoverFigure[]): Words {
  const lines = together.flatMap(([, , text, when]) => [
    make('b', '', text),
    ...(when ? [make('span', 'muted', when)] : []),
  ]);
  return { lines, count: together.length, foot: '' };
}

interface Step {
  readonly at: number | null;
  /** Of the figures, those that the drawing shows. */
  readonly drawn: ReadonlySet<number>;
  readonly step: number;
  /** From series to series at one date, not from date to date. */
  readonly isAlong: boolean;
  readonly isColumn: boolean;
}

/** The figure to which an arrow key leads; it begins with the largest series of the newest date. */
export function findStep({ figures }: HoverContent, { at, drawn, step, isAlong, isColumn }: Step) {
  const places = figures.map((_, place) => place).filter((place) => drawn.has(place));
  const groups = places.map((place) => figures[place]?.[1] ?? 0);
  const newest = Math.max(...groups);
  const largest = places.find((place) => figures[place]?.[1] === newest);
  const from = figures[at ?? largest ?? 0];
  if (!from) return null;
  const [name, group] = from;
  const way = !isColumn
    ? places
    : places.filter((place) =>
        isAlong ? figures[place]?.[1] === group : figures[place]?.[0] === name,
      );
  if (at === null)
    return (isAlong || step < 0 ? (isColumn ? largest : way.at(-1)) : way[0]) ?? null;
  return way[(way.indexOf(at) + step + way.length) % way.length] ?? null;
}

/** Who has figures before and after a date, and none at it. */
function listGaps({ names, figures }: Pick<HoverContent, 'names' | 'figures'>, group: number) {
  return names.flatMap(([name], at) => {
    const groups = figures.filter(([of]) => of === at).map(([, one]) => one);
    const isInside = Math.min(...groups) < group && group < Math.max(...groups);
    return isInside && !groups.includes(group) ? [name] : [];
  });
}

/** "94%, estimate" is a value and how it came about. */
function split(text: string): readonly [value: string, kind: string] {
  const at = text.search(/, [a-z]/);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 2)];
}

export function place(element: HTMLElement, x: number, y: number): HTMLElement {
  Object.assign(element.style, { left: `${x}px`, top: `${y}px` });
  return element;
}

export function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** What an address behind a figure leads to. */
export function nameTarget(href: string): string {
  const [, folder = ''] = href.split('/');
  const names: Readonly<Record<string, string>> = {
    evidence: 'its source',
    datasets: 'the rows behind it',
    calculators: 'this scenario',
  };
  return names[folder] ?? 'the chart behind it';
}
