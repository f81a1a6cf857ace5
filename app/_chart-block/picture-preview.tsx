'use client';
/**
 * The picture as the form around it would make it. Without scripts it shows the
 * form's first choices and leads to that picture.
 */
import { useEffect, useRef, useState } from 'react';
import { toChosenHref } from './chosen-picture';

interface PicturePreviewProps {
  /** Address of the picture with every choice left at its default. */
  readonly href: string;
  readonly title: string;
}

interface Shown {
  readonly href: string;
  /** The choices in the form’s own words; empty until the script runs. */
  readonly said: string;
  /** What lies behind a transparent picture. */
  readonly ground: keyof typeof GROUNDS;
}

// The file is always drawn as SVG here: the other formats are made of it.
const CHOICES = ['picture', 'size', 'theme', 'background'];

const checks = (one: string, other: string) =>
  `repeating-conic-gradient(${one} 0 25%, ${other} 0 50%) 0 0 / 16px 16px`;
const GROUNDS = {
  none: undefined,
  light: checks('#fff', '#f0f1f4'),
  dark: checks('#0b1020', '#151c33'),
};

export function PicturePreview({ href, title }: PicturePreviewProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const [shown, setShown] = useState<Shown>({ href, said: '', ground: 'none' });
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const form = link.current?.closest('form');
    const show = () => {
      if (!form) return;
      setProblem('');
      setShown(readChoices(form, href));
    };
    // A browser may have kept the choices of an earlier visit.
    show();
    form?.addEventListener('change', show);
    return () => form?.removeEventListener('change', show);
  }, [href]);

  async function explain() {
    const answer = await fetch(shown.href);
    if (!answer.ok) setProblem((await answer.json()).detail);
  }

  return (
    <div className="grid max-w-full gap-1">
      {/* As high as the squarest of the usual sizes: whatever is chosen, nothing below moves. */}
      <a ref={link} href={shown.href} className="flex h-60 w-80 max-w-full items-start">
        {/* biome-ignore lint/performance/noImgElement: an SVG that is drawn once and needs no resizing */}
        <img
          src={shown.href}
          alt={`Preview: ${title}`}
          loading="lazy"
          className="max-h-full max-w-full border"
          style={{ background: GROUNDS[shown.ground] }}
          onError={explain}
        />
      </a>
      <p role="status" className="text-xs text-muted">
        {problem || `Preview${shown.said && `: ${shown.said}`}`}
      </p>
    </div>
  );
}

function readChoices(form: HTMLFormElement, href: string): Shown {
  const fields = [...form.querySelectorAll('select')].filter(({ name }) => CHOICES.includes(name));
  const chosen = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  return {
    href: toChosenHref(form, href, CHOICES),
    said: fields.map((field) => field.selectedOptions[0]?.text).join(' · '),
    ground:
      chosen.background === 'transparent' ? (chosen.theme === 'dark' ? 'dark' : 'light') : 'none',
  };
}
