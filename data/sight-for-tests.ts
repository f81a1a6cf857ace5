/**
 * How far apart two colors look, in four kinds of sight, and how well one is read on another.
 */

/** By Machado, Oliveira and Fernandes (2009), severity 1, applied to linear RGB. */
const SIGHTS = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

type Triple = readonly [number, number, number];

/** The least difference (ΔE, CIE 1976) of two hexadecimal colors in any kind of sight. */
export function getLeastDifference(one: string, other: string): number {
  const differences = Object.values(SIGHTS).map((sight) => {
    const [a, b] = [one, other].map((hex) => toLab(see(toLinear(hex), sight)));
    return Math.hypot(...a!.map((part, at) => part - b![at]!));
  });
  return Math.min(...differences);
}

/** WCAG 2: (lighter + 0.05) / (darker + 0.05) of the relative luminances. */
export function getContrast(one: string, other: string): number {
  const [dark, light] = [one, other].map(toLuminance).sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function toLuminance(hex: string): number {
  const [red, green, blue] = toLinear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(hex: string): Triple {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return parts as unknown as Triple;
}

function see([red, green, blue]: Triple, sight: (typeof SIGHTS)[keyof typeof SIGHTS]): Triple {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return sight.map(([r, g, b]) => clamp(r * red + g * green + b * blue)) as unknown as Triple;
}

/** CIELAB under D65. */
function toLab([red, green, blue]: Triple): Triple {
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883;
  const [fx, fy, fz] = [x, y, z].map((part) =>
    part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116,
  );
  return [116 * fy! - 16, 500 * (fx! - fy!), 200 * (fy! - fz!)];
}
