/** The API documents as one plain HTML page, with no script and no request to other hosts. */
import type { asyncApi } from './asyncapi';
import type { openApi } from './openapi';

type OpenApi = Awaited<ReturnType<typeof openApi>>;
type AsyncApi = Awaited<ReturnType<typeof asyncApi>>;

const escapeHtml = (s: string): string =>
  s.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
const block = (value: unknown): string => `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;

export const DOCS_STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{overflow:auto;padding:.75rem;border:1px solid}summary{cursor:pointer;padding:.25rem 0}code{font-size:1em}';

const fold = (name: string, said: string, body: string): string =>
  `<details id="${escapeHtml(name)}"><summary><code>${escapeHtml(name)}</code> ${escapeHtml(said)}</summary>${body}</details>`;

export function docsPage(http: OpenApi, wire: AsyncApi): string {
  const routes = Object.entries(http.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const { summary } = operation as { summary: string };
      return fold(`${method.toUpperCase()} ${path}`, summary, block(operation));
    }),
  );
  const schemas = Object.entries(wire.components.schemas);
  const of = (part: RegExp) =>
    schemas.filter(([name]) => part.test(name)).map(([name, schema]) => fold(name, '', block(schema)));
  const section = (title: string, folds: string[]): string =>
    `<h2>${title} <small>(${folds.length})</small></h2>${folds.join('')}`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>Cerchi API ${escapeHtml(http.info.version)}</title><style>${DOCS_STYLE}</style></head><body><main>`,
    `<h1>Cerchi API ${escapeHtml(http.info.version)}</h1>`,
    '<p>As files: <a href="/api/openapi.json">OpenAPI 3.1</a>, <a href="/api/asyncapi.json">AsyncAPI 3.0</a>.</p>',
    `<p>${escapeHtml(http.info.description)}</p><p>${escapeHtml(wire.info.description)}</p>`,
    section('HTTP', routes),
    section('Messages of the socket', of(/^[A-Z]/)),
    section('Commands in a gathering', of(/^gathering\.command/)),
    section('Commands in a path', of(/^path\.command/)),
    section('Facts of a gathering', of(/^gathering\.fact/)),
    section('Facts of a path', of(/^path\.fact/)),
    '</main></body></html>',
  ].join('\n');
}
