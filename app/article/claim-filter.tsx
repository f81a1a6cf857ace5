/** Verdicts and topics as links, each with the number of claims it shows. */
import { type OfferedChoice, toCanonical } from '@/address/choices';
import { toHref } from '@/address/href';
import { meanings } from '@/subjects/article/article-view';

export function ClaimFilter({
  offered,
  path,
}: {
  offered: readonly OfferedChoice[];
  path: string;
}) {
  const chosen = toCanonical(offered);
  return (
    <div className="no-print mt-3 grid gap-2 text-sm">
      {offered.map(({ name, label, options, value, fallback }) => (
        <nav
          key={name}
          aria-label={label}
          className="grid grid-cols-[4rem_minmax(0,1fr)] items-baseline"
        >
          <span className="text-muted">{label}</span>
          <div className="flex flex-wrap gap-2">
            {options.map((option) => {
              const isOpen = option.value === value;
              const { [name]: _, ...others } = chosen;
              const parameters =
                option.value === fallback ? others : { ...others, [name]: option.value };
              return (
                <a
                  key={option.value}
                  href={`${toHref(path, parameters)}#claims`}
                  title={findMeaning(name, option.value)}
                  aria-current={isOpen ? 'true' : undefined}
                  className={`rounded-tremor-default border border-rule px-2 py-0.5 no-underline ${
                    isOpen ? 'bg-raised font-medium text-ink' : 'text-accent'
                  }`}
                >
                  {option.label}
                </a>
              );
            })}
          </div>
        </nav>
      ))}
    </div>
  );
}

function findMeaning(name: string, value: string): string | undefined {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = meanings;
  return words[name]?.[value];
}
