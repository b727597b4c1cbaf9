/** Serves the API's own description: OpenAPI, AsyncAPI, and both as a page. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { asyncApi } from '../api-docs/asyncapi';
import { docsPage, DOCS_STYLE } from '../api-docs/docs-page';
import { openApi } from '../api-docs/openapi';
import { addRoute } from './route';
import type { Routes } from './routes';

/** The page may have its one style, allowed by hash, and nothing else. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(DOCS_STYLE).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

export function apiDocsRoutes(app: Hono, routes: Routes): void {
  const { version } = routes.context;
  // Made at the first request: some hundreds of schemas, which nothing else needs.
  let made: { http: ReturnType<typeof openApi>; wire: ReturnType<typeof asyncApi> } | null = null;
  const docs = () => {
    made ??= { http: openApi(routes.declared, version), wire: asyncApi(version) };
    return made;
  };
  const get = (path: `/${string}`) => ({ method: 'get', path, who: 'anyone' }) as const;
  addRoute(app, routes, get('/api/openapi.json'), (c) => c.json(docs().http));
  addRoute(app, routes, get('/api/asyncapi.json'), (c) => c.json(docs().wire));
  addRoute(app, routes, get('/api/docs'), (c) => {
    c.header('content-security-policy', POLICY);
    return c.html(docsPage(docs().http, docs().wire));
  });
}
