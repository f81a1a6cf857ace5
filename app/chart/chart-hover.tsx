'use client';
/**
 * Reads a finished drawing out: by pointer the nearest figure, by keyboard one
 * figure after the other. Knows places and texts, nothing of data or scales.
 */
import { useRouter } from 'next/navigation';
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';

/**
 * x and y in thousandths of the plot area; series, value, period, source, and the
 * address of the evidence, empty where there is none.
 */
export type HoverFigure = readonly [
  x: number,
  y: number,
  name: string,
  text: string,
  when: string,
  source: string,
  evidence: string,
];

interface Spot {
  readonly index: number;
  /** Pixels from the top left of the box. */
  readonly left: number;
  readonly top: number;
}

export function ChartHover({
  figures,
  byColumn,
  children,
}: {
  figures: readonly HoverFigure[];
  /** Over time the nearest period counts before the nearest value. */
  byColumn: boolean;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const help = useId();
  const router = useRouter();
  /** The figure shown before the finger came down: the first tap shows, the second opens. */
  const shownBefore = useRef<number | null>(null);

  function show(index: number) {
    const figure = figures[index];
    const area = box.current && findArea(box.current);
    if (!figure || !area) return;
    setSpot({
      index,
      left: area.left + (figure[0] / 1000) * area.width,
      top: area.top + (figure[1] / 1000) * area.height,
    });
  }

  function point(event: PointerEvent) {
    const area = box.current && findArea(box.current);
    if (!area || !box.current) return;
    const around = box.current.getBoundingClientRect();
    const x = ((event.clientX - around.left - area.left) / area.width) * 1000;
    const y = ((event.clientY - around.top - area.top) / area.height) * 1000;
    // A step sideways weighs more than one up, or lines that cross jump about.
    const weight = byColumn ? 4 : 0.05;
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    figures.forEach(([fx, fy], index) => {
      const distance = weight * (fx - x) ** 2 + (fy - y) ** 2;
      if (distance < least) [nearest, least] = [index, distance];
    });
    show(nearest);
  }

  function touch(event: PointerEvent) {
    shownBefore.current = event.pointerType === 'mouse' ? null : (spot?.index ?? -1);
    point(event);
  }

  function click(event: MouseEvent) {
    const isFirstTap = shownBefore.current !== null && shownBefore.current !== spot?.index;
    if (!isFirstTap) open(event);
  }

  /** Goes to the evidence of the figure shown; in a new tab where the visitor asks for one. */
  function open({ metaKey, ctrlKey }: MouseEvent | KeyboardEvent) {
    const address = spot && figures[spot.index]?.[6];
    if (!address) return;
    if (metaKey || ctrlKey) window.open(address, '_blank', 'noopener');
    else router.push(address);
  }

  function press(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowUp: -1,
    };
    const step = steps[event.key];
    if (event.key === 'Escape') setSpot(null);
    if (event.key === 'Enter') open(event);
    if (step === undefined) return;
    event.preventDefault();
    const from = spot?.index ?? (step > 0 ? -1 : figures.length);
    show((from + step + figures.length) % figures.length);
  }

  const figure = spot && figures[spot.index];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, this groups figures
    <div
      ref={box}
      role="group"
      aria-label="Figures of the chart"
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk through the figures
      tabIndex={0}
      className={figure?.[6] ? 'relative cursor-pointer' : 'relative'}
      onPointerMove={point}
      onPointerDown={touch}
      onClick={click}
      // A finger that lifts leaves too; what it pointed at stays to be read.
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setSpot(null)}
      onKeyDown={press}
      onBlur={() => setSpot(null)}
    >
      {children}
      <span id={help} className="sr-only">
        Use the arrow keys to read figure after figure, Enter to open its evidence.
      </span>
      {figure && spot && (
        <>
          <span
            className="pointer-events-none absolute size-2.5 -translate-1/2 rounded-full border-2 border-ink bg-card"
            style={{ left: spot.left, top: spot.top }}
          />
          <span
            className="pointer-events-none absolute z-10 w-max max-w-56 rounded-tremor-default border border-rule bg-card px-3 py-2 text-xs shadow-md"
            style={toTipPlace(spot, box.current?.clientWidth ?? 0)}
          >
            <strong className="block text-sm">{figure[3]}</strong>
            <span className="block">{figure[2]}</span>
            <span className="block text-muted">{figure[4]}</span>
            {figure[5] && <span className="block text-muted">Source: {figure[5]}</span>}
            {figure[6] && (
              <span className="block text-accent">
                Click or Enter:{' '}
                {figure[6].startsWith('/evidence/') ? 'evidence' : 'the rows behind it'}
              </span>
            )}
          </span>
        </>
      )}
      <span aria-live="polite" className="sr-only">
        {figure && `${figure[2]}: ${figure[3]}, ${figure[4]}`}
      </span>
    </div>
  );
}

/** The plot area of whichever drawing is shown, in pixels from the top left of the box. */
function findArea(box: HTMLElement) {
  for (const drawing of box.querySelectorAll<HTMLElement>('[data-area]')) {
    if (drawing.offsetWidth === 0) continue;
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = drawing;
    const [left = 0, right = 1, top = 0, bottom = 1] = drawing.dataset.area!.split(' ').map(Number);
    return {
      left: offsetLeft + left * offsetWidth,
      top: offsetTop + top * offsetHeight,
      width: (right - left) * offsetWidth,
      height: (bottom - top) * offsetHeight,
    };
  }
  return null;
}

/** Beside the figure, on the side that has room. */
function toTipPlace({ left, top }: Spot, width: number) {
  const toTheLeft = left > width / 2;
  return {
    top: Math.max(0, top - 20),
    ...(toTheLeft ? { right: width - left + 12 } : { left: left + 12 }),
  };
}
