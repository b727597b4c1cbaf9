/** The route of the privacy notice: those who may edit it write it, in each language, and every version is kept. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import { PRIVACY_NOTICE_MAX } from '@/domain/words';
import { languages } from '@/i18n/languages';
import { publishNotice, standingNotice } from '../../upkeep/privacy-notices';
import { addRoute, answerRefusal } from './route';
import type { Routes } from './routes';

const CARERS = ['planner', 'owner'] as const;
const Text = z
  .string()
  .max(PRIVACY_NOTICE_MAX, 'text_too_long')
  .transform((s) =>
    s
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      .normalize('NFC')
      .trim(),
  );

export function privacyNoticeRoutes(app: Hono, routes: Routes): void {
  const { streams, accounts } = routes.context;

  /** `after`: the version that was on the screen, so that nobody overwrites what somebody else has just written. */
  const write = {
    method: 'post',
    path: '/api/informativa',
    who: CARERS,
    body: { lang: z.enum(languages('office')), text: Text, after: z.number().int().min(0) },
  } as const;
  addRoute(app, routes, write, (c, { account, body }) => {
    const { lang, text, after } = body;
    const standing = standingNotice(streams.store, lang);
    if ((standing?.n ?? 0) !== after)
      return answerRefusal(c, refuse('stale_version', { rev: standing?.n ?? 0 }));
    if ((standing?.text ?? '') === text) return answerRefusal(c, refuse('nothing_to_change'));
    const { n } = publishNotice(streams.store, lang, text, account.id, streams.clock());
    accounts.note(account.id, 'notice_changed', `${lang} ${n}`);
    return c.json({ ok: true, n });
  });
}
