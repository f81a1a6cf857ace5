'use client';
/**
 * Sends a form's list straight to its short address. A form spells a list by
 * repeating its name, which the server answers with the short address; going there
 * at once keeps focus, opened panels and a visitor's own figures where they are.
 */
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { formatTimeRange, parseTimeRange } from '@/units/time-range';

interface ShortAddressProps {
  /** The address without the list, and with "~" in the list's place. */
  readonly href: string;
  readonly template: string;
  readonly name: 'series' | 'time';
  /** Whose years fiscal ends of a time are of. */
  readonly calendar?: FiscalCalendar | null;
}

export function ShortAddress({ href, template, name, calendar = null }: ShortAddressProps) {
  const place = useRef<HTMLSpanElement>(null);
  const router = useRouter();
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const send = (event: SubmitEvent) => {
      const value = toValue[name](form, calendar);
      // What cannot be read goes to the server, which says why.
      if (value === null) return;
      event.preventDefault();
      // Next's form would send it once more.
      event.stopPropagation();
      const address = value ? template.replace(`${name}=~`, `${name}=${value}`) : href;
      router.push(address, { scroll: false });
    };
    form.addEventListener('submit', send);
    return () => form.removeEventListener('submit', send);
  }, [href, template, name, calendar, router]);
  return <span ref={place} hidden />;
}

const toValue = {
  series: (form) => {
    const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=series][type=checkbox]')];
    const ticked = boxes.filter(({ checked }) => checked);
    return ticked.length === boxes.length ? '' : ticked.map(({ value }) => value).join('~');
  },
  time: (form, calendar) => {
    const range = parseTimeRange(new FormData(form).getAll('time').join('..'), calendar);
    return range && formatTimeRange(range);
  },
} satisfies Record<
  ShortAddressProps['name'],
  (form: HTMLFormElement, calendar: FiscalCalendar | null) => string | null
>;
