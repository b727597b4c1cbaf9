/** Publishes parts of a path: nothing is public before. It records what, by which body and when, and can be undone. */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Day, Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, TITLE_MAX } from '../words';
import { deed, PLANNERS } from './deed';
import { PUBLISHABLE, publicWords, type PublicWords, type Publishable } from './public-words';
import { Ref } from './reading-shapes';
import { LICENCES, type Licence, type Path } from './state';

const PublicationTarget = z.strictObject({
  what: z.enum(PUBLISHABLE),
  id: Id,
  /** A request in words that name nobody; the office keeps its own. */
  text: z.optional(textOrEmpty(NOTE_MAX)),
});
export type PublicationTarget = z.infer<typeof PublicationTarget>;
const Things = z.array(PublicationTarget).check(z.minLength(1), z.maxLength(500, 'too_large'));

/** One thing as everyone reads it: the words of that moment, which later changes do not touch. */
export type Published = {
  what: Publishable;
  id: string;
  words: PublicWords;
  body: string;
  date: string;
  /** Of these words on the public page; the data package has the path's own. */
  licence: Licence;
  at: number;
  by: string | null;
};
/** One step of the history; `before` is the public text until then, so that the step can be undone. */
export type Publication = {
  id: string;
  kind: 'published' | 'withdrawn';
  seq: number;
  at: number;
  by: string | null;
  body: string;
  date: string | null;
  licence: Licence | null;
  reason: string;
  things: { what: Publishable; id: string; before: Published | null }[];
  reverted: boolean;
};

/** The licence that a publication has when nobody chooses another: the path's setting at that moment. */
export const usualLicence = (path: Path): Licence => path.about?.licence ?? 'nessuna';

export const publishedKey = (what: Publishable, id: string): string => `${what}/${id}`;
export const publishedOf = (path: Path, what: Publishable, id: string): Published | null => {
  const key = publishedKey(what, id);
  return Object.hasOwn(path.published, key) ? (path.published[key] ?? null) : null;
};

/** The licence of the last publication that was not undone, also where the thing has been withdrawn since. */
const lastLicenceOf = (path: Path, { what, id }: PublicationTarget): Licence | null =>
  Object.values(path.publications).findLast(
    (p) => p.kind === 'published' && !p.reverted && p.things.some((t) => t.what === what && t.id === id),
  )?.licence ?? null;

/** The licence to propose for these things: the one that all of them were published with last; else the path's setting. */
export function proposedLicence(path: Path, things: readonly PublicationTarget[]): Licence {
  const [one, ...others] = new Set(things.map((t) => lastLicenceOf(path, t)));
  return one && others.length === 0 ? one : usualLicence(path);
}

/** True if the words have changed since they were published. */
export function changedSince(path: Path, published: Published): boolean {
  const now = publicWords(path, published.what, published.id);
  const { words } = published;
  const own = words.what === 'request' && now?.what === 'request' ? { ...now, text: words.text } : now;
  return JSON.stringify(own) !== JSON.stringify(words);
}

const asked = (target: PublicationTarget, words: PublicWords): PublicWords =>
  words.what === 'request' && target.text ? { ...words, text: target.text } : words;

function record(
  state: Path,
  p: Omit<Publication, 'things' | 'reverted'>,
  things: readonly PublicationTarget[],
): void {
  state.publications[p.id] = {
    ...p,
    things: things.map(({ what, id }) => ({ what, id, before: publishedOf(state, what, id) })),
    reverted: false,
  };
}

const step = { id: Id, body: text(TITLE_MAX), date: Day, licence: z.optional(z.enum(LICENCES)) };
const publishing = () => z.strictObject({ ...step, things: Things });
/** `ref`: the source whose words the other text replaces, so that both can be erased where they were written. */
const Told = z.array(z.extend(PublicationTarget, { ref: z.optional(z.nullable(Ref)) }));
const published = () => z.strictObject({ ...step, things: Told });
export const publishThings = deed({
  command: 'publishThings',
  fact: 'thingsPublished',
  who: PLANNERS,
  commandSchema: publishing,
  factSchema: published,
  decide(state, ask): Refusal | z.infer<ReturnType<typeof published>> {
    if (Object.hasOwn(state.publications, ask.id)) return refuse('id_already_used');
    for (const { what, id } of ask.things)
      if (!publicWords(state, what, id)) return refuse('unknown_thing', { what, id });
    const licence = ask.licence ?? usualLicence(state);
    const same = ask.things.every((target) => {
      const now = publishedOf(state, target.what, target.id);
      const words = publicWords(state, target.what, target.id);
      return (
        now !== null &&
        words !== null &&
        now.body === ask.body &&
        now.date === ask.date &&
        now.licence === licence &&
        JSON.stringify(now.words) === JSON.stringify(asked(target, words))
      );
    });
    const things = ask.things.map((t) =>
      t.what === 'request' && t.text ? { ...t, ref: state.requests[t.id]?.ref ?? null } : t,
    );
    return same ? refuse('nothing_to_change') : { ...ask, licence, things };
  },
  apply(state, { id, things, body, date, licence = usualLicence(state) }, { seq, at, by }) {
    record(state, { id, kind: 'published', seq, at, by, body, date, licence, reason: '' }, things);
    for (const target of things) {
      const words = publicWords(state, target.what, target.id);
      if (!words) continue;
      const { what } = target;
      const whole = { what, id: target.id, words: asked(target, words), body, date, licence, at, by };
      state.published[publishedKey(what, target.id)] = whole;
    }
  },
});

const withdrawing = () => z.strictObject({ id: Id, things: Things, reason: textOrEmpty(LINE_MAX) });
/** Removes a text from the public page, with the reason; the history keeps that it was there. */
export const withdrawThings = deed({
  command: 'withdrawThings',
  fact: 'thingsWithdrawn',
  who: PLANNERS,
  commandSchema: withdrawing,
  factSchema: withdrawing,
  decide(state, ask) {
    if (Object.hasOwn(state.publications, ask.id)) return refuse('id_already_used');
    if (ask.things.every(({ what, id }) => !publishedOf(state, what, id))) return refuse('nothing_to_change');
    return ask.reason === '' ? refuse('missing_reason') : ask;
  },
  apply(state, { id, things, reason }, { seq, at, by }) {
    record(
      state,
      { id, kind: 'withdrawn', seq, at, by, body: '', date: null, licence: null, reason },
      things,
    );
    for (const target of things) delete state.published[publishedKey(target.what, target.id)];
  },
});

const reverting = () => z.strictObject({ id: Id });
/** Undoes one step. Things published or withdrawn again since then stay as they are now. */
export const revertPublication = deed({
  command: 'revertPublication',
  fact: 'publicationReverted',
  who: PLANNERS,
  commandSchema: reverting,
  factSchema: reverting,
  decide(state, ask) {
    const step = Object.hasOwn(state.publications, ask.id) ? state.publications[ask.id] : undefined;
    return !step || step.reverted ? refuse('nothing_to_change') : ask;
  },
  apply(state, data) {
    const step = state.publications[data.id];
    if (!step) return;
    step.reverted = true;
    const later = Object.values(state.publications).filter((p) => !p.reverted && p.seq > step.seq);
    const touched = new Set(later.flatMap((p) => p.things.map((t) => publishedKey(t.what, t.id))));
    for (const { what, id, before } of step.things) {
      const key = publishedKey(what, id);
      if (touched.has(key)) continue;
      if (before) state.published[key] = before;
      else delete state.published[key];
    }
  },
});
