/** Finds features in a built script or style that the oldest engines of `browserslist` in package.json lack. */
import { parse } from 'acorn';
import { full } from 'acorn-walk';

/** Methods and globals younger than Chrome 88 or Safari 15.4 that a page could use. */
const YOUNG = new Set(
  `at findLast findLastIndex toSorted toReversed toSpliced structuredClone hasOwn withResolvers fromAsync
   checkVisibility requestSubmit showPopover togglePopover isSubsetOf symmetricDifference
   randomUUID requestIdleCallback scheduler isWellFormed toWellFormed DurationFormat`.split(/\s+/),
);

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/**
 * Syntax in this script that the oldest engines cannot parse. They know class fields, but neither static blocks nor
 * lookbehind.
 */
export function youngSyntax(script: string): string[] {
  const found: string[] = [];
  let program: ReturnType<typeof parse>;
  try {
    program = parse(script, { ecmaVersion: 2022, sourceType: 'module' });
  } catch (e) {
    return [`newer than ES2022: ${e instanceof Error ? e.message : e}`];
  }
  full(program, (raw) => {
    const node = raw as unknown as Node;
    const near = () => script.slice(Math.max(0, node.start - 20), node.start + 60);
    if (node.type === 'StaticBlock') found.push(`a static block: ${near()}`);
    if (node.type === 'BinaryExpression' && (node.left as Node).type === 'PrivateIdentifier')
      found.push(`#private in: ${near()}`);
    const regex = node.regex as { pattern: string; flags: string } | undefined;
    if (node.type === 'Literal' && regex) {
      if (/\(\?<[=!]/.test(regex.pattern)) found.push(`lookbehind: ${near()}`);
      if (/[dv]/.test(regex.flags)) found.push(`the flags ${regex.flags}: ${near()}`);
    }
  });
  return [...found, ...topLevelAwait(program.body as unknown as Node[], script)];
}

function topLevelAwait(body: readonly Node[], script: string): string[] {
  return body.flatMap((statement) => {
    const found: string[] = [];
    const within = (node: unknown): void => {
      if (Array.isArray(node)) {
        for (const part of node) within(part);
        return;
      }
      if (node === null || typeof node !== 'object') return;
      const one = node as Node;
      if (/Function|MethodDefinition|PropertyDefinition/.test(one.type ?? '')) return;
      if (one.type === 'AwaitExpression' || (one.type === 'ForOfStatement' && one.await === true))
        found.push(`await outside a function: ${script.slice(one.start, one.start + 60)}`);
      for (const part of Object.values(one)) within(part);
    };
    within(statement);
    return found;
  });
}

/**
 * Newer methods this script calls without a check, such as `x.toSorted(…)`; not `x.toSorted?.(…)`, nor after `typeof`.
 */
export function youngCalls(script: string): Set<string> {
  const calls = new Set<string>();
  full(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), (raw) => {
    const node = raw as unknown as Node;
    if (node.type !== 'CallExpression' || node.optional === true) return;
    const callee = node.callee as Node;
    const property = callee.property as Node | undefined;
    const name =
      callee.type === 'MemberExpression' && callee.computed !== true ? property?.name : callee.name;
    if (typeof name === 'string' && YOUNG.has(name)) calls.add(name);
  });
  return calls;
}

/** CSS that the oldest engines would drop, with everything in it. */
export function youngStyles(css: string): string[] {
  const found: string[] = [];
  for (const rule of ['layer', 'scope', 'starting-style', 'container'])
    if (new RegExp(`(?<!\\\\)@${rule}\\b`).test(css)) found.push(`@${rule}`);
  // Inside a feature query anything may stand.
  const asked = css.replace(/@supports[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
  for (const what of ['oklch(', 'oklab(', 'color-mix(', 'light-dark(', 'lab(', 'lch('])
    if (new RegExp(`[\\s:,]${what.replace('(', '\\(')}`).test(asked)) found.push(what);
  if (/[{;}]\s*&/.test(css)) found.push('nesting');
  if (/@media[^{]*[<>]/.test(css)) found.push('a range in @media');
  for (const [, block = ''] of asked.matchAll(/\{([^{}]*)\}/g))
    for (const [whole, property = ''] of block.matchAll(/(?:^|;)\s*([\w-]+):[^;]*\d[dsl]v[hw]\b[^;]*/g)) {
      const before = block.slice(0, block.indexOf(whole));
      if (!new RegExp(`(?:^|;)\\s*${property}:`).test(before)) found.push(`no height before ${whole}`);
    }
  for (const property of ['translate', 'rotate', 'scale'])
    if (
      new RegExp(`[{;]${property}:(?!none)`).test(asked) &&
      !css.includes(`@supports not (${property}:none)`)
    )
      found.push(`${property} without a transform for those who lack it`);
  return found;
}
