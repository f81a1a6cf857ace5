/**
 * What an address asks and cannot have, worded once: pages say it above the chart, files and
 * the API in `detail`. First what is wrong, then what works.
 */
import { suggest } from '@/data/suggest';
import type { ParameterProblem } from './parameters';

/** The sentence of a page, which names no parameters: “No market “jpr”. Did you mean …?” */
export function wordCorrection(problem: ParameterProblem): string {
  const { parameter, used, allowed, labels = {} } = problem;
  if (used === null) {
    const near = findSuggestion(problem);
    return `This link has a setting we don’t know: “${shorten(parameter)}”. ${near === null ? 'It was ignored.' : `Did you mean “${near}”?`}`;
  }
  const toLabel = (value: string) => listAnd(value.split('~').map((one) => labels[one] ?? one));
  // What was said of itself already says what is shown.
  const isShown = used !== undefined && used !== '' && problem.said === undefined;
  const shown = isShown && Array.isArray(allowed) ? ` Showing ${toLabel(used)}.` : '';
  return `${wordWrong(problem, toLabel)}${shown}`;
}

/** The sentence of a file: “market: no market “jpr”. Did you mean “jpr-aib-desktop”?” */
export function wordRefusal(problem: ParameterProblem): string {
  const { parameter, found, used, allowed } = problem;
  const near = findSuggestion(problem);
  if (used === null) {
    const offer = Array.isArray(allowed) ? `Allowed: ${allowed.join(', ') || 'none'}.` : allowed;
    return `${parameter}: unknown parameter. ${near === null ? '' : `Did you mean “${near}”? `}${offer}`;
  }
  if (found === '') return `${parameter}: missing. ${wordOffer(allowed, (value) => value)}`;
  return `${parameter}: ${lowerFirst(wordWrong(problem, (value) => (near === value ? `“${value}”` : value)))}`;
}

/** The value or the parameter that was most likely meant, as addresses spell it; or null. */
export function findSuggestion(problem: ParameterProblem): string | null {
  const { parameter, found, used, allowed, labels = {}, suggestion } = problem;
  if (suggestion) return suggestion;
  if (!Array.isArray(allowed)) return null;
  if (used === null) return suggest(parameter, allowed);
  const byLabel = new Map(allowed.map((value) => [labels[value] ?? value, value]));
  const label = suggest(found, byLabel.keys());
  return suggest(found, allowed) ?? (label === null ? null : (byLabel.get(label) ?? null));
}

function wordWrong(problem: ParameterProblem, toLabel: (value: string) => string): string {
  const { parameter, kind, found, allowed, said } = problem;
  if (said !== undefined) return said;
  const typed = `“${shorten(found)}”`;
  if (!Array.isArray(allowed) && !kind) return `${typed} does not work here. ${allowed}`;
  const near = findSuggestion(problem);
  const offer = near === null ? wordOffer(allowed, toLabel) : `Did you mean ${toLabel(near)}?`;
  return `No ${kind ?? parameter.replaceAll(/[_-]/g, ' ')} ${typed}. ${offer}`;
}

function wordOffer(allowed: ParameterProblem['allowed'], toLabel: (value: string) => string) {
  if (typeof allowed === 'string') return allowed;
  if (allowed.length === 0) return 'There is none here.';
  if (allowed.length > MOST_NAMED) return `There are ${allowed.length}.`;
  return `Use ${listOr(allowed.map(toLabel))}.`;
}

const MOST_NAMED = 6;

const join = (words: readonly string[], joint: string) =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(joint);
const listOr = (words: readonly string[]) => join(words, ' or ');
const listAnd = (words: readonly string[]) => join(words, ' and ');

/** "No market" inside a sentence; “Q4” and other names keep their letters. */
const lowerFirst = (sentence: string) => sentence.replace(/^No /, 'no ');

/** A pasted novel in the address must not become the page. */
export const shorten = (text: string) =>
  text.length > LONGEST_TYPED ? `${text.slice(0, LONGEST_TYPED)}…` : text;

const LONGEST_TYPED = 60;
