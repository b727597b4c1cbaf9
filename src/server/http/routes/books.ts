/**
 * The route of a gathering's book, for everybody with its code: from the record page, a phone, or the QR code on the
 * wall.
 */
import type { Hono } from 'hono';
import * as z from 'zod';
import { languageFor } from '@/i18n/languages';
import { Books } from '../../exports/book-cache';
import { FORM_TYPES, type Form } from '../../file-formats/formats';
import { addRoute, CodeParam } from './route';
import type { Routes } from './routes';

const FORMS = Object.keys(FORM_TYPES) as [Form, ...Form[]];
const Language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .optional();

export function bookRoutes(app: Hono, routes: Routes): void {
  const { streams, folder, publicUrl } = routes.context;
  const books = new Books(streams, folder, publicUrl);

  const states = {
    method: 'get',
    path: '/api/book/:code',
    who: 'anyone',
    about: 'gathering',
    params: { code: CodeParam },
    query: { lingua: Language },
  } as const;
  addRoute(app, routes, states, (c, { row, query }) => {
    const lang = languageFor(query.lingua, c.req.header('accept-language') ?? 'it');
    return c.json({ ok: true, forms: FORMS.map((form) => books.progress(row, form, lang)) });
  });

  const file = {
    method: 'get',
    path: '/api/book/:code/:form',
    who: 'anyone',
    about: 'gathering',
    params: { code: CodeParam, form: z.enum(FORMS) },
    query: { lingua: Language },
  } as const;
  addRoute(app, routes, file, async (c, { row, params: { form }, query }) => {
    const lang = languageFor(query.lingua, c.req.header('accept-language') ?? 'it');
    const { key, name, bytes } = await books.book(row, form, lang);
    const etag = `"${key}-${lang}"`;
    c.header('etag', etag);
    c.header('vary', 'accept-language');
    // Browsers revalidate it, and an unchanged book is not sent again.
    c.header('cache-control', 'no-cache');
    if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304);
    c.header('content-type', FORM_TYPES[form]);
    const shown = form === 'html' || form === 'pdf' ? 'inline' : 'attachment';
    c.header('content-disposition', `${shown}; filename="${name}"`);
    if (form === 'html')
      // It contains people's own words, so nothing in it may run.
      c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    return c.body(bytes as Uint8Array<ArrayBuffer>);
  });
}
