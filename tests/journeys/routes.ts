/** The routes of src/app, to find those a walk never opened. */
import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const pages = resolve(import.meta.dirname, '../../src/app');

/** Routes as folders of src/app, e.g. `/i/[code]/[[...where]]`. */
export const routes = (folder = pages): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return routes(path);
    return name === 'page.tsx' ? [`/${relative(pages, folder)}`] : [];
  });
/** A pattern for the path of such a page. */
export const shapeOf = (route: string): RegExp =>
  new RegExp(`^${route.replace(/\/\[\[\.\.\.\w+\]\]/g, '(/[^?]*)?').replace(/\[\w+\]/g, '[^/?]+')}(\\?.*)?$`);
