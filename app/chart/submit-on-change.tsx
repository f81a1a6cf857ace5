'use client';
/** A "Show" button that, once JavaScript runs, gives way to submitting on change. */
import { useEffect, useRef, useState } from 'react';

export function SubmitOnChange({ field }: { field: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    const control = document.getElementById(field);
    const submit = () => button.current?.form?.requestSubmit();
    control?.addEventListener('change', submit);
    setLive(true);
    return () => control?.removeEventListener('change', submit);
  }, [field]);
  return (
    <button
      ref={button}
      type="submit"
      className={`rounded-tremor-default border border-rule px-3 py-1 text-accent ${isLive ? 'invisible w-0 overflow-hidden px-0' : ''}`}
    >
      Show
    </button>
  );
}
