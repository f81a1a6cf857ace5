/**
 * The ground of a map: coasts of the world and borders of the United States, each in a plane of
 * its own, and how a place comes into it. From world-atlas and us-atlas (Natural Earth, US
 * Census Bureau; public domain).
 */
import { geoAlbersUsa, geoEqualEarth, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import us from 'us-atlas/states-albers-10m.json' with { type: 'json' };
import world from 'world-atlas/land-110m.json' with { type: 'json' };

export type Point = readonly [x: number, y: number];

export interface Ground {
  readonly width: number;
  readonly height: number;
  /** Closed lines around land. */
  readonly coasts: readonly (readonly Point[])[];
  /** Lines between parts of the land. */
  readonly borders: readonly (readonly Point[])[];
  /** Where a place is in the plane; null where it is not in it. */
  toPoint(longitude: number, latitude: number): Point | null;
}

/** What lies further south holds nothing that the tracker knows of. */
const SOUTH = -56;

const equalEarth = geoEqualEarth();
// The plane that the states of us-atlas are drawn in.
const albersUsa = geoAlbersUsa().scale(1300).translate([487.5, 305]);

/** A line as topojson gives it, and what of GeoJSON we read. */
type Line = readonly (readonly number[])[];
interface Collection {
  readonly features: readonly {
    readonly geometry: { readonly type: string; readonly coordinates: readonly Line[][] };
  }[];
}

/** Every ring of every polygon; atlases hold nothing but multiple polygons. */
const listRings = (collection: unknown): readonly Line[] =>
  (collection as Collection).features.flatMap(({ geometry }) => geometry.coordinates.flat());

function readWorld(): Ground {
  const topology = world as unknown as Topology<{ land: GeometryCollection }>;
  const coasts: Point[][] = [];
  const draw = geoPath(equalEarth, {
    beginPath() {},
    moveTo: (x, y) => coasts.push([[x, y]]),
    lineTo: (x, y) => coasts.at(-1)?.push([x, y]),
    arc() {},
    closePath() {},
  });
  draw(feature(topology, topology.objects.land));
  const [, south] = toPoint(equalEarth, 0, SOUTH) ?? [0, 0];
  const shown = coasts.filter((line) => line.some(([, y]) => y < south));
  return toGround({ coasts: shown, borders: [] }, equalEarth);
}

function readStates(): Ground {
  const topology = us as unknown as Topology<{
    states: GeometryCollection;
    nation: GeometryCollection;
  }>;
  const { states, nation } = topology.objects;
  const rings = listRings(feature(topology, nation));
  const borders: readonly Line[] = mesh(
    topology,
    states,
    (one, other) => one !== other,
  ).coordinates;
  return toGround({ coasts: rings.map(toPoints), borders: borders.map(toPoints) }, albersUsa);
}

const toPoints = (ring: Line): Point[] => ring.map(([x = 0, y = 0]) => [x, y]);

type Project = (point: [number, number]) => [number, number] | null;

const toPoint = (project: Project, longitude: number, latitude: number): Point | null =>
  project([longitude, latitude]);

/** The plane, moved so that the land begins at its upper left. */
function toGround(
  { coasts, borders }: Pick<Ground, 'coasts' | 'borders'>,
  project: Project,
): Ground {
  const all = coasts.flat();
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const move = ([x, y]: Point): Point => [x - left, y - top];
  return {
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
    coasts: coasts.map((line) => line.map(move)),
    borders: borders.map((line) => line.map(move)),
    toPoint(longitude, latitude) {
      const point = toPoint(project, longitude, latitude);
      return point && move(point);
    },
  };
}

export const grounds: { readonly world: Ground; readonly states: Ground } = {
  world: readWorld(),
  states: readStates(),
};
