/** Holding the space: phases that guide, the walls' scenes, and announcements. It gives no power over content. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id, text } from '../shapes';
import { LABEL_MAX, LINE_MAX } from '../words';
import { deed, HOLDERS } from './deed';
import { wallScene } from './hall';
import { PHASES } from './state/phase';
import { SCENES } from './state/scene';

const standShape = () => z.enum(PHASES);

export const changePhase = deed({
  command: 'changePhase',
  fact: 'phaseChanged',
  who: HOLDERS,
  commandSchema: () => z.strictObject({ phase: standShape() }),
  factSchema: () => z.strictObject({ phase: standShape() }),
  // domain §1.8: any phase may follow any other; only the archive is final.
  decide(state, ask) {
    if (state.phase === 'archived') return refuse('archived');
    return state.phase === ask.phase ? refuse('nothing_to_change') : ask;
  },
  apply(state, data, fact) {
    state.phase = data.phase;
    state.phases.push({ phase: data.phase, at: fact.at });
    state.scene = 'auto';
    // A new phase ends the current turn to speak.
    state.spotlight = null;
  },
});

const pictureShape = () => z.enum(['auto', ...SCENES]);

export const showScene = deed({
  command: 'showScene',
  fact: 'sceneShown',
  v: 2,
  who: HOLDERS,
  // `wall`: the name of the only wall that shows it; null for all those that have no scene of their own.
  commandSchema: () =>
    z.strictObject({ scene: pictureShape(), wall: z._default(z.nullable(text(LABEL_MAX)), null) }),
  factSchema: () => z.strictObject({ scene: pictureShape(), wall: z.nullable(z.string()) }),
  decide(state, ask) {
    const shown = ask.wall === null ? state.scene : (wallScene(state, ask.wall) ?? 'auto');
    return shown === ask.scene ? refuse('nothing_to_change') : ask;
  },
  apply(state, data) {
    if (data.wall === null) state.scene = data.scene;
    else if (data.scene === 'auto') delete state.wallScenes[data.wall];
    else state.wallScenes[data.wall] = data.scene;
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
