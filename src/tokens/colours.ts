/** The colours of `tokens.json` for whatever is not styled by CSS of ours: documents and the browser's own frame. */
import tokens from './tokens.json';

/** A group without its `$description` and `$type`. */
type Colours<Group> = { readonly [Name in keyof Group as Name extends `$${string}` ? never : Name]: string };

/** Follows an alias such as `{light.accent}`. Throws if it names no token. */
export function colourAt(value: string): string {
  const alias = /^\{(.+)\}$/.exec(value)?.[1];
  if (alias === undefined) return value;
  const token = alias
    .split('.')
    .reduce<unknown>((group, name) => (group as Record<string, unknown> | undefined)?.[name], tokens);
  const aliased = (token as { $value?: string } | undefined)?.$value;
  if (aliased === undefined) throw new Error(`tokens.json: ${value} names no token`);
  return colourAt(aliased);
}

const coloursOf = <Group extends object>(group: Group): Colours<Group> =>
  Object.fromEntries(
    Object.entries(group)
      .filter(([name]) => !name.startsWith('$'))
      .map(([name, token]: [string, { $value: string }]) => [name, colourAt(token.$value)]),
  ) as Colours<Group>;

/** Each colour by its name, as `#rrggbb`, or as `#rrggbbaa` where something shines through. */
export const LIGHT = coloursOf(tokens.light);
export const DARK = coloursOf(tokens.dark);
export const WALL = { light: coloursOf(tokens.wall.light), dark: coloursOf(tokens.wall.dark) };
export const SIGNAL = coloursOf(tokens.signal);
export const PAPER = coloursOf(tokens.paper);
