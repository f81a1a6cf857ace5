/**
 * The colors that vendors may have: entries of the palette, each of which carries the name
 * of the vendor it was made for; smaller vendors share one. Their values are what they are for.
 */
import palette from '../palette.json' with { type: 'json' };

type VendorColor = keyof typeof palette.vendors;

export const vendorColors = Object.fromEntries(
  Object.entries(palette.vendors).map(([name, { meaning }]) => [name, meaning]),
) as Readonly<Record<VendorColor, string>>;
