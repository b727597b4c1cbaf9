/** Reads the markup that a component is drawn to. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ICON_PATHS, type IconName } from '@/ui/icon-paths';

export const html = (node: ReactElement) => renderToStaticMarkup(node);
export const words = (node: ReactElement) =>
  html(node)
    .replace(/<[^>]+>/g, '|')
    .split('|')
    .map((w) => w.trim())
    .filter(Boolean);
export const all = (node: ReactElement, name: string) =>
  [...html(node).matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((m) => m[1]);
export const draws = (node: ReactElement, icon: IconName) =>
  ICON_PATHS[icon].every((d) => html(node).includes(`d="${d}"`));
export const count = (node: ReactElement, tag: string) =>
  [...html(node).matchAll(new RegExp(`<${tag}[ >]`, 'g'))].length;
/** The words that a piece of markup shows, as one line. */
export const text = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
/** The first value of an attribute in a piece of markup. */
export const attribute = (markup: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(markup)?.[1];
