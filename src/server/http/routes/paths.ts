/** The planners' routes: opening a path, and reading the notes of its gatherings. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Hono } from 'hono';
import * as z from 'zod';
import { founding } from '@/domain/programming/founding-document';
import { isRefusal, refuse } from '@/domain/refusal';
import { alongPath } from '@/domain/programming/path-texts';
import { readOnes } from '@/domain/programming/source-text';
import { inspirationFor } from '@/domain/programming/inspiration';
import { addRoute, answerLines, answerRefusal, CodeParam, wantsLines } from './route';
import type { Routes } from './routes';
import { createPath } from '../../streams/create-stream';
import { openYearAfter } from '../../streams/next-year';
import { gatheringsOf, pathsOf } from '../../streams/path-gatherings';
import type { StreamRow, Streams } from '../../streams/streams';
import { SimilarTexts } from '../../search/similar-texts';

const READERS = ['facilitator', 'planner', 'owner'] as const;
const PLANNERS = ['planner', 'owner'] as const;
/** Blank, as the founding document lists it, or from the path of the year before, by its code. */
const Opening = {
  from: z.enum(['blank', 'founding', 'last']).default('blank'),
  last: CodeParam.default(''),
  title: z.string().max(400).optional(),
  year: z.number().int().min(2000).max(2100).optional(),
};

/** Each gathering is read in a turn of its own: a year of them at once would keep a hall waiting. */
async function* partsOf(streams: Streams, row: StreamRow) {
  const read = readOnes(streams.path(row).whole());
  for (const gathering of gatheringsOf(streams, row)) {
    await nextTurn();
    const { said, meetings } = alongPath(streams.path(row).whole(), [gathering], read);
    yield {
      said: said.map((s) => JSON.stringify(s)).join(),
      meetings: meetings.map((m) => JSON.stringify(m)).join(),
    };
  }
}

/** A line for each gathering: a page reads them in as many tasks. */
async function* linesOf(streams: Streams, row: StreamRow) {
  for await (const { said, meetings } of partsOf(streams, row))
    yield `{"said":[${said}],"meetings":[${meetings}]}`;
}

export function pathRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts } = routes.context;

  const open = { method: 'post', path: '/api/paths', who: PLANNERS, body: Opening } as const;
  addRoute(app, routes, open, async (c, { account, body: asked }) => {
    const slowed = await routes.context.paces.spend(account.id, 'made');
    if (slowed) return answerRefusal(c, slowed);
    const { from, last, ...words } = asked;
    // Any other path may come from that one already, and the new one takes over what its gatherings left.
    if (from === 'last') await streams.allReady();
    const before = from === 'last' ? streams.index.find(last) : null;
    if (from === 'last' && before?.kind !== 'path') return answerRefusal(c, refuse('unknown_code'));
    const actor = { id: account.id, role: account.role, seat: null };
    const opening =
      from === 'last' && before
        ? openYearAfter(streams, before, words, actor)
        : createPath(streams, { ...(from === 'founding' ? founding : {}), ...words }, actor);
    const row = await opening;
    if (isRefusal(row)) return answerRefusal(c, row);
    if ('already' in row) return c.json({ ok: true, code: row.already, already: true });
    accounts.note(account.id, 'path_opened', row.code);
    return c.json({ ok: true, code: row.code });
  });

  /** The gatherings of this installation: a path's meeting may be one of them. */
  addRoute(app, routes, { method: 'get', path: '/api/gatherings', who: READERS }, async (c) => {
    await streams.allReady('gathering');
    const rows = streams.all().filter((r) => r.kind === 'gathering' && !r.rehearsal);
    return c.json({
      gatherings: rows.map((r) => {
        const { title, days, phase } = streams.gathering(r).whole();
        return { id: r.id, code: r.code, title, day: days[0] ?? null, phase };
      }),
    });
  });

  /** Notes of the path's other meetings, for somebody who thinks of a topic here. */
  const inspiration = {
    method: 'get',
    path: '/api/inspiration/:code',
    who: 'anyone',
    about: 'gathering',
    params: { code: CodeParam },
  } as const;
  addRoute(app, routes, inspiration, async (c, { row }) => {
    await streams.allReady();
    await streams.commits.settle();
    const paths = pathsOf(streams, row);
    return c.json({
      ideas: paths.flatMap((p) => inspirationFor(streams.path(p).whole(), gatheringsOf(streams, p), row.id)),
    });
  });

  const said = {
    method: 'get',
    path: '/api/path/:code/said',
    who: READERS,
    about: 'path',
    params: { code: CodeParam },
  } as const;
  addRoute(app, routes, said, async (c, { row }) => {
    await streams.commits.settle();
    if (wantsLines(c)) return answerLines(c, linesOf(streams, row));
    const [said, meetings]: string[][] = [[], []];
    for await (const part of partsOf(streams, row)) {
      if (part.said !== '') said?.push(part.said);
      if (part.meetings !== '') meetings?.push(part.meetings);
    }
    const json = `{"said":[${said?.join()}],"meetings":[${meetings?.join()}]}`;
    return c.body(json, 200, { 'content-type': 'application/json' });
  });

  const similarTexts = new SimilarTexts(streams);
  const similar = {
    method: 'get',
    path: '/api/path/:code/similar',
    who: READERS,
    about: 'path',
    params: { code: CodeParam },
    query: { ref: z.string().max(150) },
  } as const;
  addRoute(app, routes, similar, async (c, { row, query }) => {
    await streams.commits.settle();
    const refs = await similarTexts.to(row, query.ref);
    return refs ? c.json({ ok: true, refs }) : answerRefusal(c, refuse('unknown_thing'));
  });
}
