/** The sizes at which a page draws a picture, in pixels: for a wide screen and for a phone. */

export const WIDE = { width: 860, height: 440 } as const;
export const NARROW = { width: 358, height: 340 } as const;
