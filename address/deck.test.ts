/** Decks by their addresses: read, written, edited. */
import { describe, expect, it } from 'vitest';
import { deckParameters, editDeck, MOST_CHARTS, toDeckHref } from './deck';
import { toQuery } from './href';
import { collectedDeck, toAddHref } from './opened';
import { readAddress } from './parameters';

const read = (address: string) => readAddress(deckParameters, toQuery(address)).values;
const wrong = (address: string) =>
  readAddress(deckParameters, toQuery(address)).problems.map(({ found }) => found);

describe('an address', () => {
  it.each([
    '/deck',
    '/deck?charts=market-share',
    '/deck?charts=market-share,market=jpr-aib-desktop~chip-prices',
    '/deck?charts=market-share,series=nvidia,series=amd,time=2020..2024',
    '/deck?charts=market-share,snapshot=0123456789ab&title=Who+sells+chips',
    '/deck?charts=a~b~c&notes=&notes=Second,+with+a+comma&notes=100%25+%26+more',
    '/deck?charts=a&notes=First+line%0ASecond+line',
    '/deck?charts=a,q=one%252Ctwo+50%2525',
    '/deck?charts=a,note=2024-Q1%3AOne%0A2024-Q2%3ATwo',
  ])('is read and written back: %s', (address) => {
    expect(wrong(address)).toEqual([]);
    expect(toDeckHref(read(address))).toBe(address);
  });

  it('has lists as charts know them', () => {
    const [chart] = read('/deck?charts=market-share,series=nvidia,series=amd').charts;
    expect(chart).toEqual({ slug: 'market-share', choices: { series: 'nvidia~amd' } });
  });

  it('is the same as forms and mail programs spell it', () => {
    const plain = read('/deck?charts=market-share,market=x~chip-prices');
    expect(read('/deck?charts=market-share%2Cmarket%3Dx%7Echip-prices')).toEqual(plain);
    expect(read('/deck?charts=market-share,market=x&charts=chip-prices')).toEqual(plain);
  });

  it('says what is no chart, and what is too much', () => {
    expect(wrong('/deck?charts=Market+Share~a,b~a,=c~a,x=%25zz~b')).toEqual([
      'Market Share',
      'a,b',
      'a,=c',
      'a,x=%zz',
    ]);
    const many = Array.from({ length: MOST_CHARTS + 1 }, (_, at) => `chart-${at}`);
    expect(wrong(`/deck?charts=${many.join('~')}`)).toEqual([`chart-${MOST_CHARTS}`]);
    expect(read(`/deck?charts=${many.join('~')}`).charts).toHaveLength(MOST_CHARTS);
    expect(wrong(`/deck?charts=a&notes=${'x'.repeat(501)}`)).toHaveLength(1);
  });
});

describe('edits', () => {
  const edit = (query: string) => {
    const address = `/deck?charts=a~b,x=1~c&title=T&notes=A&notes=B&${query}`;
    const deck = editDeck(read(address), toQuery(address));
    return deck && toDeckHref(deck);
  };

  it.each([
    ['up=2', '/deck?charts=b,x=1~a~c&title=T&notes=B&notes=A'],
    ['down=2', '/deck?charts=a~c~b,x=1&title=T&notes=A&notes=&notes=B'],
    ['remove=1', '/deck?charts=b,x=1~c&title=T&notes=B'],
    ['up=1', '/deck?charts=a~b,x=1~c&title=T&notes=A&notes=B'],
    ['down=3', '/deck?charts=a~b,x=1~c&title=T&notes=A&notes=B'],
    ['remove=9', '/deck?charts=a~b,x=1~c&title=T&notes=A&notes=B'],
    ['add=', '/deck?charts=a~b,x=1~c&title=T&notes=A&notes=B'],
    ['add=/charts/d', '/deck?charts=a~b,x=1~c~d&title=T&notes=A&notes=B'],
    ['add=/charts/b?x=1', '/deck?charts=a~b,x=1~c&title=T&notes=A&notes=B'],
    ['add=/charts/b?x=2', '/deck?charts=a~b,x=1~c~b,x=2&title=T&notes=A&notes=B'],
    [
      'add=https%3A%2F%2Fexample.org%2Fcharts%2Fd%3Fs%3Dp~q%23d&add=/charts/e',
      '/deck?charts=a~b,x=1~c~d,s=p,s=q~e&title=T&notes=A&notes=B',
    ],
    ['add=/share', '/deck?charts=a~b,x=1~c&title=T&notes=A&notes=B'],
  ])('%s', (query, address) => {
    expect(edit(query)).toBe(address);
  });

  it('are none where the address asks for none', () => {
    expect(edit('')).toBeNull();
  });
});

it('a chart is added to what was collected', () => {
  const deck = 'charts=a,x=1&notes=Two%0Alines';
  const address = toAddHref(deck, '/charts/b?y=1&note=2024%3AMine&note=2025%3AAgain');
  expect(toDeckHref(editDeck(read(address), toQuery(address))!)).toBe(
    '/deck?charts=a,x=1~b,y=1,note=2024%3AMine%0A2025%3AAgain&notes=Two%0Alines',
  );
  expect(toAddHref('', '/charts/b')).toBe('/deck?add=%2Fcharts%2Fb');
  expect(collectedDeck.read([deck]).value).toBe(deck);
  expect(collectedDeck.read(['x'.repeat(5000)]).wrong).toHaveLength(1);
});
