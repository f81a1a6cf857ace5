/**
 * All that the browser runs on a page of the tracker. A page works without it; with it,
 * choices redraw in place, figures are read out, and a few things can be copied.
 */
import './chart-hover';
import './copy';
import './deck';
import './folded';
import './forms';
import './links';
import './own-data';
import './picture-preview';
import './preferences';
import './suggestions';
import './time-slider';
