/** Charts in an order of the visitor's, for slides and documents. The deck is its address. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { deckEdits, deckParameters, toDeckHref } from '@/address/deck';
import { first, type Query } from '@/address/parameters';
import { readDeck, toDeckAddress } from '@/exports/deck';
import { PageHeading } from '../_ui/headings';
import { Corrections, leaveOutUnknown } from '../_ui/notices';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';
import { DeckForm, EmptyDeck } from './deck-form';

interface Props {
  readonly searchParams: Promise<Query>;
}

/** A deck is one visitor's: only the page without one is for search engines. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const isSomeones = first((await searchParams).charts) !== undefined;
  return {
    ...describeSitePage('/deck'),
    ...toPageHead('/deck'),
    ...(isSomeones && { robots: { index: false } }),
  };
}

export default async function DeckPage({ searchParams }: Props) {
  const query = await searchParams;
  const slips = leaveOutUnknown('/deck', query, Object.keys({ ...deckParameters, ...deckEdits }));
  const { isEdited, ...deck } = await readDeck(getTracker(), query);
  const address = toDeckAddress(deck);
  const href = toDeckHref(address);
  // Edits are done once; what a form sends of nothing is left out.
  const isFilled = query.title !== '' && [query.notes].flat().at(-1) !== '';
  if ((isEdited || !isFilled) && deck.problems.length === 0) redirect(href);
  return (
    <>
      <PageHeading title={deck.title || 'Deck of charts'}>
        Charts in your order, with your title and notes, for PowerPoint, PDF, Word or ZIP. Nothing
        is stored here: the deck is this page’s address.
      </PageHeading>
      <Corrections corrections={[...slips, ...deck.problems]} />
      {deck.charts.length === 0 && <EmptyDeck />}
      <DeckForm deck={deck} address={address} href={href} />
    </>
  );
}
