/** Serves the API's own description: OpenAPI, AsyncAPI, and both as a page. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { lazyValue } from '@/domain/lazy-value';
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
  const http = lazyValue(() => openApi(routes.declared, version));
  const wire = lazyValue(() => asyncApi(version));
  const page = lazyValue(async () => docsPage(await http(), await wire()));
  const get = (path: `/${string}`) => ({ method: 'get', path, who: 'anyone' }) as const;
  addRoute(app, routes, get('/api/openapi.json'), async (c) => c.json(await http()));
  addRoute(app, routes, get('/api/asyncapi.json'), async (c) => c.json(await wire()));
  addRoute(app, routes, get('/api/docs'), async (c) => {
    c.header('content-security-policy', POLICY);
    return c.html(await page());
  });
}
