/** Every call gives each placeholder of its sentence: no sentence is shown with a gap. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
type Sentence = string | Record<string, string>;
const folder = join(root, 'src/i18n/it');
const words: Record<string, Sentence> = Object.assign(
  {},
  ...readdirSync(folder).map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')) as object),
);
/** The names in braces; of a sentence with plural forms, `n` chooses among them and must be given. */
const holes = (sentence: Sentence): string[] => {
  const texts = typeof sentence === 'string' ? [sentence] : Object.values(sentence);
  const names = texts.flatMap((t) => [...t.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? ''));
  return [...new Set([...names, ...(typeof sentence === 'string' ? [] : ['n'])])];
};

const filesIn = (path: string): string[] =>
  readdirSync(path).flatMap((name) => {
    const at = join(path, name);
    if (statSync(at).isDirectory()) return filesIn(at);
    return /\.tsx?$/.test(name) ? [at] : [];
  });

/** The keys an expression can be: a literal, or one of several. Only the types know a template's values. */
function keysOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return keysOf(node.expression);
  return [];
}

/** The given names; null when the call passes something that cannot be read here. */
function givenIn(node: ts.Expression | undefined): Set<string> | null {
  if (!node) return new Set();
  if (!ts.isObjectLiteralExpression(node)) return null;
  const names = new Set<string>();
  for (const p of node.properties) {
    if (ts.isSpreadAssignment(p)) return null;
    if (p.name && (ts.isIdentifier(p.name) || ts.isStringLiteralLike(p.name))) names.add(p.name.text);
  }
  return names;
}

function unfilled(text: string, file: string): string[] {
  if (!text.includes('say(')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const wrong: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = node.expression;
      const says = ts.isIdentifier(called) && called.text === 'say';
      const [key, params] = node.arguments;
      if (says && key) {
        const given = givenIn(params);
        for (const k of given === null ? [] : keysOf(key)) {
          const missing = holes(words[k] ?? '').filter((h) => !given?.has(h));
          if (missing.length > 0) {
            const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
            wrong.push(`${file}:${line + 1} ${k}: ${missing.join(', ')}`);
          }
        }
      }
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return wrong;
}

describe('a sentence with a placeholder', () => {
  it('is never said without it, on any screen or in any document', () => {
    const all = filesIn(join(root, 'src')).flatMap((file) =>
      unfilled(readFileSync(file, 'utf8'), relative(root, file)),
    );
    expect(all).toEqual([]);
  });

  it('said without it would be found, in a document as in one of two branches', () => {
    expect(unfilled("lead(say('documents.taken'), e.taken)", 'a.ts')).toHaveLength(1);
    expect(unfilled("say(open ? 'documents.taken' : 'close', {})", 'a.ts')).toHaveLength(1);
    expect(unfilled("say('documents.taken', { what: title })", 'a.ts')).toEqual([]);
  });
});
