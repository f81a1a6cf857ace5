/** Who owns or uses a site, as the publisher writes it. */
import type { ImportInput } from '../importer';

interface Party {
  readonly organization: string;
  /** Blank where the publisher gives none. */
  readonly confidence: string;
}

/** "OpenAI #likely, Microsoft"; each organization once. */
export function readParties(text: string, { names }: ImportInput): Party[] {
  const parties = text.split(',').flatMap((part): Party[] => {
    const [name = '', confidence = ''] = part.split('#').map((one) => one.trim());
    const organization = name === '' ? null : names.find('organization', name);
    return organization ? [{ organization, confidence }] : [];
  });
  return parties.filter(
    (one, index) => parties.findIndex((other) => other.organization === one.organization) === index,
  );
}
