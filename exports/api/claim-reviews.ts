/** The article’s claims for fact-check readers: schema.org’s ClaimReview, one for each claim. */
import { toClaimHref } from '@/address/links';
import type { SourceRow } from '@/db/queries/names';
import { type CheckedClaim, nameVerdict } from '@/subjects/article/article-view';
import type { ClaimRow } from '@/subjects/article/queries';
import { toSiteOrigin } from '../site';
import { toPublisher } from './schema-org';

/** `article` is where they appeared; null where the list of sources lacks it. */
export function listClaimReviews(claims: readonly CheckedClaim[], article: SourceRow | null) {
  const site = toSiteOrigin();
  return claims.map(({ row, document }) => ({
    '@type': 'ClaimReview',
    url: `${site}${toClaimHref(row.claim)}`,
    claimReviewed: row.says,
    itemReviewed: {
      '@type': 'Claim',
      creditText: row.said_by,
      ...(article?.url && { appearance: { '@id': article.url } }),
    },
    reviewRating: rate(row),
    // The day on which the document was read that it was checked against.
    ...(document && { datePublished: document.retrieved }),
    author: { '@id': toPublisher()['@id'] },
  }));
}

/** The article itself, to which the claims refer. */
export const describeArticle = ({ url, title, published_on, origin }: SourceRow) => ({
  '@type': 'NewsArticle',
  '@id': url,
  url,
  headline: title,
  ...(published_on && { datePublished: published_on }),
  publisher: { '@type': 'Organization', name: origin },
});

/**
 * A verdict on the scale from 1, false, to 5, true. What stands only in the article, or is only
 * likely, was neither confirmed nor refuted: it has the words and no number.
 */
function rate(row: ClaimRow) {
  const value = row.standing === 'reported' ? null : RATINGS[row.verdict];
  return {
    '@type': 'Rating',
    alternateName: nameVerdict(row),
    ...(value && { ratingValue: value, bestRating: 5, worstRating: 1 }),
  };
}

const RATINGS: Readonly<Record<ClaimRow['verdict'], number | null>> = {
  matches: 5,
  'revised-since': 4,
  imprecise: 3,
  mistranslated: 2,
  'only-reported': null,
};
