/** Holding the space: phases that guide, the wall's scene, announcements, timer and gong. No power over content. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id, text } from '../shapes';
import { LINE_MAX } from '../words';
import { deed, HOLDERS } from './deed';
import { PHASES } from './state/phase';
import { SCENES } from './state/scene';

const standShape = () => z.enum(PHASES);

export const changePhase = deed({
  command: 'changePhase',
  fact: 'phaseChanged',
  who: HOLDERS,
  commandSchema: () => z.strictObject({ phase: standShape() }),
  factSchema: () => z.strictObject({ phase: standShape() }),
  // §1.8: any phase may follow any other; only the archive is for good.
  decide(state, ask) {
    if (state.phase === 'archived') return refuse('archived');
    return state.phase === ask.phase ? refuse('nothing_to_change') : ask;
  },
  apply(state, data, fact) {
    state.phase = data.phase;
    state.phases.push({ phase: data.phase, at: fact.at });
    state.scene = 'auto';
  },
});

const pictureShape = () => z.enum(['auto', ...SCENES]);

export const showScene = deed({
  command: 'showScene',
  fact: 'sceneShown',
  who: HOLDERS,
  commandSchema: () => z.strictObject({ scene: pictureShape() }),
  factSchema: () => z.strictObject({ scene: pictureShape() }),
  decide: (state, ask) => (state.scene === ask.scene ? refuse('nothing_to_change') : ask),
  apply(state, data) {
    state.scene = data.scene;
  },
});

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
      minutes: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(720))), 15),
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

export const startTimer = deed({
  command: 'startTimer',
  fact: 'timerStarted',
  who: HOLDERS,
  commandSchema: () => z.strictObject({ minutes: z.int().check(z.minimum(1), z.maximum(240)) }),
  factSchema: () => z.strictObject({ endsAt: z.int() }),
  decide: (_state, ask, { at }) => ({ endsAt: at + ask.minutes * 60_000 }),
  // Timers inform, they never expel.
  apply(state, data) {
    state.timer = { session: null, slot: null, endsAt: data.endsAt };
  },
});

export const stopTimer = deed({
  command: 'stopTimer',
  fact: 'timerStopped',
  who: HOLDERS,
  commandSchema: () => z.strictObject({}),
  factSchema: () => z.strictObject({}),
  decide: (state) => (state.timer ? {} : refuse('nothing_to_change')),
  apply(state) {
    state.timer = null;
  },
});

export const ringGong = deed({
  command: 'ringGong',
  fact: 'gongRung',
  who: HOLDERS,
  commandSchema: () => z.strictObject({}),
  factSchema: () => z.strictObject({}),
  decide: () => ({}),
  apply(state, _data, fact) {
    state.gong = { at: fact.at };
  },
});
