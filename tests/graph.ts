/** The sources as a graph: which file imports which, by value or only for its types. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export const src = join(root, 'src');

/** Absolute paths of the TypeScript files in a folder and below it. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : /\.tsx?$/.test(name) ? [path] : [];
  });

export type Import = { from: string; to: string; typeOnly: boolean };

/** The static imports among `files`, by paths from `src`. A later `import()` is no edge. */
export function importsAmong(files: readonly string[]): Import[] {
  const known = new Set(files);
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:^|\n)(?:import|export)\s([^;]*?)from\s+'([^']+)'/g)].flatMap(
      ([, what = '', name = '']): Import[] => {
        const base = name.startsWith('@/')
          ? join(src, name.slice(2))
          : name.startsWith('.')
            ? resolve(dirname(file), name)
            : null;
        const to = base && [base, `${base}.ts`, `${base}.tsx`].find((f) => known.has(f));
        if (!to) return [];
        const names = /^\{([\s\S]*)\}\s*$/.exec(what)?.[1]?.split(',');
        const typeOnly =
          what.startsWith('type ') ||
          (names?.every((n) => n.trim() === '' || n.trim().startsWith('type ')) ?? false);
        return [{ from: relative(src, file), to: relative(src, to), typeOnly }];
      },
    ),
  );
}

/** Circles of more than one node (Tarjan): each as the list of its nodes. */
export function circles(edges: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, string[]>();
  for (const [a, b] of edges) next.set(a, [...(next.get(a) ?? []), b]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    for (const to of next.get(node) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(node, Math.min(low.get(node) ?? 0, low.get(to) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) found.push(circle);
  };
  for (const node of next.keys()) if (!index.has(node)) visit(node);
  return found;
}

/** The number of floors of a graph without circles: its longest path, in nodes. */
export function floors(edges: readonly (readonly [string, string])[]): number {
  const next = new Map<string, string[]>();
  for (const [a, b] of edges) next.set(a, [...(next.get(a) ?? []), b]);
  const depth = new Map<string, number>();
  const of = (node: string): number => {
    const known = depth.get(node);
    if (known !== undefined) return known;
    const deep = 1 + Math.max(0, ...(next.get(node) ?? []).map(of));
    depth.set(node, deep);
    return deep;
  };
  return Math.max(1, ...[...next.keys()].map(of));
}
