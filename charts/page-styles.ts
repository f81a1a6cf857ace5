/** What drawings need of a page: their colors as variables, and the fonts that their labels stand in. */
import { toCssVariables } from './colors';
import { FALLBACK_FONTS, NARROWED_FACES } from './fonts';

export const PAGE_STYLES = `${NARROWED_FACES}:root{--fallback-fonts:${FALLBACK_FONTS};${toCssVariables()}}\n`;
