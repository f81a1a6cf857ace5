/** The part of d3-geo that maps use; the package brings no types of its own. */
declare module 'd3-geo' {
  type Point = [number, number];

  /** [longitude, latitude] → pixels; null where the projection shows nothing. */
  interface Projection {
    (point: Point): Point | null;
    scale(scale: number): this;
    translate(point: Point): this;
  }

  /** Where lines are drawn, cut where the map ends. */
  interface Pen {
    beginPath(): void;
    moveTo(x: number, y: number): void;
    lineTo(x: number, y: number): void;
    arc(): void;
    closePath(): void;
  }

  export function geoPath(projection: Projection, pen: Pen): (geometry: unknown) => void;
  export function geoAlbersUsa(): Projection;
  export function geoEqualEarth(): Projection;
}
