/** Announcements: a message from whoever holds the space to everybody, for some minutes; it can be withdrawn. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id, text } from '../shapes';
import { LINE_MAX } from '../words';
import { deed, HOLDERS } from './deed';
import { ANNOUNCED_MINUTES } from './state/announcement';

const kindShape = () => z.enum(['avviso', 'mattino', 'sera']);

export const announce = deed({
  command: 'announce',
  fact: 'announced',
  who: HOLDERS,
  commandSchema: () =>
    z.strictObject({
      announcement: Id,
      text: text(LINE_MAX),
      kind: z._default(kindShape(), 'avviso'),
      minutes: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(720))), ANNOUNCED_MINUTES.avviso),
    }),
  factSchema: () =>
    z.strictObject({ announcement: Id, text: z.string(), kind: kindShape(), until: z.nullable(z.int()) }),
  decide(state, { minutes, ...ask }, { at }) {
    if (state.announcements.some((a) => a.id === ask.announcement)) return refuse('id_already_used');
    return { ...ask, until: minutes === null ? null : at + minutes * 60_000 };
  },
  apply(state, data, fact) {
    state.announcements.push({
      id: data.announcement,
      text: data.text,
      at: fact.at,
      kind: data.kind,
      until: data.until,
      withdrawn: false,
    });
  },
});

export const withdrawAnnouncement = deed({
  command: 'withdrawAnnouncement',
  fact: 'announcementWithdrawn',
  who: HOLDERS,
  commandSchema: () => z.strictObject({ announcement: Id }),
  factSchema: () => z.strictObject({ announcement: Id }),
  decide(state, ask) {
    const one = state.announcements.find((a) => a.id === ask.announcement);
    if (!one) return refuse('unknown_thing', { what: 'announcement' });
    return one.withdrawn ? refuse('nothing_to_change') : ask;
  },
  apply(state, data) {
    const one = state.announcements.find((a) => a.id === data.announcement);
    if (one) one.withdrawn = true;
  },
});
