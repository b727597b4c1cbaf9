/** Imports sheets into a path: a file is read to rows, then rows that somebody has reviewed come in as one deed. */
import { setImmediate } from 'node:timers/promises';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { checkedInSlices, SLICE } from '@/domain/programming/imports';
import { IMPORTED } from '@/domain/programming/import-fields';
import { IMPORT_ROWS_MAX } from '@/domain/words';
import { refuse } from '@/domain/refusal';
import { readTableInChild } from '../../imports/spreadsheet-process';
import { addRoute, answerLines, answerRefusal, CodeParam, wantsLines } from './route';
import type { Routes } from './routes';

const PLANNERS = ['planner', 'owner'] as const;
/** A page that asks for lines is told how many rows are done, every so many slices. */
const TOLD_EVERY = 10;
const FILE_MAX = 8 * 1024 * 1024;

export function importRoutes(app: Hono, routes: Routes): void {
  const { streams } = routes.context;
  const limited = bodyLimit({ maxSize: FILE_MAX, onError: (c) => answerRefusal(c, refuse('too_large')) });
  app.use('/api/import/sheet/*', limited);
  app.use('/api/import/rows/*', limited);

  const sheet = {
    method: 'post',
    path: '/api/import/sheet/:code',
    who: PLANNERS,
    about: 'path',
    params: { code: CodeParam },
  } as const;
  addRoute(app, routes, sheet, async (c) => {
    const read = await readTableInChild(new Uint8Array(await c.req.arrayBuffer()));
    if ('unreadable' in read) return c.json({ ok: false, ...read }, 422);
    // The rows stay as the child wrote them: reading and writing thousands of them again would hold up the server.
    const json = Buffer.concat([Buffer.from('{"ok":true,'), read.json.subarray(1)]);
    return c.body(json, 200, { 'content-type': 'application/json' });
  });

  /** `id` names the command, so that sending it twice imports it once; it is the batch's name too. */
  const rows = {
    method: 'post',
    path: '/api/import/rows/:code',
    who: PLANNERS,
    about: 'path',
    params: { code: CodeParam },
    body: {
      id: z.string().regex(/^[A-Za-z0-9_-]{6,40}$/),
      what: z.enum(IMPORTED),
      rows: z.array(z.unknown()).min(1).max(IMPORT_ROWS_MAX),
    },
  } as const;
  addRoute(app, routes, rows, async (c, { account, row, body: { id, what, rows: all } }) => {
    const actor = { id: account.id, role: account.role, seat: null };
    async function* bring() {
      const checking = checkedInSlices(what, all);
      let step = checking.next();
      for (let slices = 1; !step.done; step = checking.next(), slices++) {
        if (slices % TOLD_EVERY === 0) yield { done: slices * SLICE };
        await setImmediate();
      }
      const command = { id, type: 'importRows', ask: step.value };
      yield { answer: await streams.path(row).submit(command, actor) };
    }
    if (wantsLines(c)) {
      async function* lines() {
        for await (const line of bring()) yield JSON.stringify(line);
      }
      return answerLines(c, lines());
    }
    for await (const { answer } of bring())
      if (answer && !answer.ok) return answerRefusal(c, refuse(answer.refused, answer.detail));
    return c.json({ ok: true, id, rows: all.length });
  });
}
