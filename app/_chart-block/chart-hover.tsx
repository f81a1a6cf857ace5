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
import { FigureLinks } from './figure-links';
import {
  findNearest,
  findShown,
  type HoverDrawings,
  type HoverFigure,
  type Nearness,
} from './hover-drawing';

interface Spot {
  /** The place among the spots of the drawing shown. */
  readonly index: number;
  readonly figure: HoverFigure;
  /** Pixels from the top left of the box. */
  readonly left: number;
  readonly top: number;
  /** On which side of the figure the window has more room. */
  readonly room: 'left' | 'right';
}

export function ChartHover({
  figures,
  drawings,
  by,
  label = 'Figures of the chart',
  children,
}: {
  figures: readonly HoverFigure[];
  /** In the order of `children`. */
  drawings: HoverDrawings;
  by: Nearness;
  label?: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const help = useId();
  const router = useRouter();
  /** The figure shown before the finger came down: the first tap shows, the second opens. */
  const shownBefore = useRef<number | null>(null);

  function show(index: number) {
    const shown = box.current && findShown(box.current, drawings);
    const [x, y, place] = shown?.spots[index] ?? [];
    const figure = place === undefined ? undefined : figures[place];
    if (!shown || x === undefined || y === undefined || !figure) return;
    const left = shown.left + (x / 1000) * shown.width;
    const top = shown.top + (y / 1000) * shown.height;
    const across = (box.current?.getBoundingClientRect().left ?? 0) + left;
    const room = across > document.documentElement.clientWidth / 2 ? 'left' : 'right';
    setSpot({ index, figure, left, top, room });
  }

  function point(event: PointerEvent) {
    const shown = box.current && findShown(box.current, drawings);
    if (!shown || !box.current) return;
    const around = box.current.getBoundingClientRect();
    const x = ((event.clientX - around.left - shown.left) / shown.width) * 1000;
    const y = ((event.clientY - around.top - shown.top) / shown.height) * 1000;
    show(findNearest(shown, { x, y }, by));
  }

  function touch(event: PointerEvent) {
    shownBefore.current = event.pointerType === 'mouse' ? null : (spot?.index ?? -1);
    point(event);
  }

  function click(event: MouseEvent) {
    // A label that is a link of its own leads where it says.
    if ((event.target as Element).closest('a')) return;
    const isFirstTap = shownBefore.current !== null && shownBefore.current !== spot?.index;
    if (!isFirstTap) open(event);
  }

  /** Goes to the evidence of the figure shown; in a new tab where the visitor asks for one. */
  function open({ metaKey, ctrlKey }: MouseEvent | KeyboardEvent) {
    const address = spot?.figure[4];
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
    const count = (box.current && findShown(box.current, drawings)?.spots.length) || 1;
    const from = spot?.index ?? (step > 0 ? -1 : count);
    show((from + step + count) % count);
  }

  const figure = spot?.figure;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, this groups figures
    <div
      ref={box}
      role="group"
      aria-label={label}
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk through the figures
      tabIndex={0}
      className={figure?.[4] ? 'relative cursor-pointer' : 'relative'}
      onPointerMove={point}
      onPointerDown={touch}
      onClick={click}
      // A finger that lifts leaves too; what it pointed at stays to be read.
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setSpot(null)}
      onKeyDown={press}
      onBlur={() => setSpot(null)}
    >
      {children}
      <FigureLinks figures={figures} drawings={drawings} />
      <span id={help} className="sr-only">
        Use the arrow keys to read figure after figure, Enter to open what is behind it.
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
            <strong className="block text-sm">{figure[1]}</strong>
            <span className="block">{figure[0]}</span>
            <span className="block text-muted">{figure[2]}</span>
            {figure[3] && <span className="block text-muted">Source: {figure[3]}</span>}
            {figure[4] && (
              <span className="block text-accent">Click or Enter: {nameTarget(figure[4])}</span>
            )}
          </span>
        </>
      )}
      <span aria-live="polite" className="sr-only">
        {figure && `${figure[0]}: ${figure[1]}, ${figure[2]}`}
      </span>
    </div>
  );
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

/** Beside the figure, on the side that has room. */
function toTipPlace({ left, top, room }: Spot, width: number) {
  return {
    top: Math.max(0, top - 20),
    ...(room === 'left' ? { right: width - left + 12 } : { left: left + 12 }),
  };
}
