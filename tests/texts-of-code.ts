/** Which strings of a TypeScript file people may read. */
import { parseAst } from 'vitest/node';

/** Attributes whose strings a program reads. */
const MACHINE_ATTRIBUTES = new Set(
  'className id href htmlFor name key rel type role method action src d fill as'.split(' '),
);

/**
 * The strings of a TypeScript file that people may read: more than one word, or a word with
 * a capital. “…” where a value is filled in. Not SQL, not types, not the words that search knows a page by.
 */
export function listTexts(source: string, isJsx: boolean): string[] {
  const texts: string[] = [];
  const add = (text: string) => {
    const words = text.replaceAll(/\s+/g, ' ').trim();
    if (/\S \S|^[A-Z][a-z]/.test(words) && !SQL.test(words)) texts.push(words);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    if (!isNode(node) || isMachine(node)) return;
    if (node.type === 'Property') {
      visit(node.value);
      return;
    }
    if (node.type === 'JSXText' || node.type === 'Literal') {
      if (typeof node.value === 'string') add(node.value);
      return;
    }
    if (node.type === 'TemplateLiteral') {
      const parts = node.quasis as { readonly value: { readonly cooked: string } }[];
      add(parts.map(({ value }) => value.cooked).join('…'));
      visit(node.expressions);
      return;
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(source, { lang: isJsx ? 'tsx' : 'ts' }));
  return texts;
}

const SQL = /\b(SELECT|INSERT|UPDATE|DELETE|CREATE|WHERE)\b/;

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** `'one two'.split(' ')`: a list of words, which nobody reads as a sentence. */
const isSplit = (callee: unknown): boolean =>
  isNode(callee) && (callee.property as { readonly name?: string } | undefined)?.name === 'split';

/** Parts of the code whose strings only programs read, and what visitors may type. */
function isMachine(node: Node): boolean {
  if (/^(Import|Export(All|Named)?)Declaration$/.test(node.type)) return Boolean(node.source);
  if (node.type === 'JSXAttribute') {
    return MACHINE_ATTRIBUTES.has((node.name as { readonly name: string }).name);
  }
  if (node.type === 'CallExpression' && isSplit(node.callee)) return true;
  if (node.type === 'Property') return (node.key as { readonly name?: string }).name === 'topics';
  return node.type === 'TaggedTemplateExpression' || /^TS(Type|Interface)/.test(node.type);
}
