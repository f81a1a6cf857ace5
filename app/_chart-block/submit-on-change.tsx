'use client';
/**
 * A "Show" button for browsers without scripts; with them the form is sent when
 * the field changes. Which of the two holds is the style sheet's to say, so that
 * nothing moves when the script arrives.
 */
import { useEffect, useRef } from 'react';
import { BUTTON } from '../_ui/field';

export function SubmitOnChange({ field }: { field: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const control = document.getElementById(field);
    const submit = () => button.current?.form?.requestSubmit();
    control?.addEventListener('change', submit);
    return () => control?.removeEventListener('change', submit);
  }, [field]);
  return (
    <button ref={button} type="submit" className={`${BUTTON} without-script`}>
      Show
    </button>
  );
}
