/** Elements that the browser’s code brings to life, as components write them. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Nearness } from './_chart-block/hover-drawing';

type Lively<Attributes = unknown> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Attributes;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Reads a drawing out; its figures are JSON, fetched or in a script of its own. */
      'chart-hover': Lively<{ by: Nearness; figures?: string }>;
      /** Two ranges that write into two fields, whose ids `fields` names. */
      'time-slider': Lively<{ periods: string; fields: string }>;
      /** A picture that follows the choices of its form. */
      'picture-preview': Lively<{ href: string }>;
      /** A drawing that takes figures of a visitor; `model` is where it is read. */
      'own-data': Lively<{ model?: string }>;
      /** After it the front puts the script that restores the colors. */
      'theme-switch': Lively;
    }
  }
}
