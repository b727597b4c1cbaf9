/** Each deed in every state of what it is about: done twice, on what is not there, withdrawn, merged, withheld or over. */
import { describe, expect, it } from 'vitest';
import type { Actor, Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { isRefusal } from '@/domain/refusal';
import { CASES, OWNER, STRANGER_TO_IT } from './authority.cases';
import { holder, owner } from './begun';
import { person } from './given';
import { opened } from './opened';
import { REFUSALS_OF, type Refusals } from './refusals.cases';

type Deed = keyof typeof REFUSALS_OF;
const HIDDEN = { reason: 'offensivo', note: '', at: 0, flagged: false } as const;

/** The gathering as it is just before the command of the case, and the command. */
function before(deed: Deed): { state: Gathering; ask: Record<string, unknown>; at: number } {
  const g = opened();
  for (const seat of [OWNER, 'seat-other', STRANGER_TO_IT]) g.seat(seat);
  const { ask, blank } = CASES[deed];
  const made = ask(g) as Record<string, unknown>;
  return { state: blank ? gathering.empty() : g.state, ask: made, at: g.now };
}
const asked = (state: Gathering, deed: Deed, ask: unknown, actor: Actor, at: number) =>
  gathering.decide(state, { id: 'cmd-refusal', type: deed, ask }, actor, at);

const STANDINGS: Record<string, (state: Gathering) => void> = {
  withdrawn: (s) => {
    for (const topic of Object.values(s.topics)) topic.standing = 'withdrawn';
  },
  merged: (s) => {
    for (const topic of Object.values(s.topics)) topic.standing = 'merged';
  },
  hidden: (s) => {
    const items = Object.values(s.reports).flatMap((r) => Object.values(r.items));
    const texts = [s.notes, s.topics, s.ideas, s.actions, s.reports].flatMap((all) => Object.values(all));
    for (const text of [...texts, ...items]) text.hidden = HIDDEN;
  },
};
for (const state of ['planned', 'running', 'ended', 'cancelled'] as const)
  STANDINGS[state] = (s) => {
    for (const session of Object.values(s.sessions)) session.state = state;
  };

function answers(deed: Deed): Refusals {
  const { state, ask, at } = before(deed);
  const code = (s: Gathering, what: unknown, when = at) => {
    const answer = asked(s, deed, what, actor, when);
    return isRefusal(answer) ? answer.refused : ('accepted' as const);
  };
  const first = [owner, holder].map((a) => ({ a, fact: asked(state, deed, ask, a, at) }));
  const { a: actor, fact } = first.find((f) => !isRefusal(f.fact)) ?? first[0]!;
  if (isRefusal(fact)) throw new Error(`${deed}: ${fact.refused}`);
  const after = structuredClone(state);
  gathering.apply(after, JSON.parse(JSON.stringify(fact)) as Fact);
  const found: Refusals = { twice: code(after, ask, at + 1) };
  const unknown = Object.keys(ask).flatMap((field) => {
    const id = ask[field];
    if (typeof id !== 'string' || !/^[a-z]+-/.test(id)) return [];
    const answer = code(state, { ...ask, [field]: 'unknown-0001' });
    return answer === 'accepted' ? [] : [[field, answer] as const];
  });
  if (unknown.length > 0) found.unknown = Object.fromEntries(unknown);
  for (const [standing, make] of Object.entries(STANDINGS)) {
    const s = structuredClone(state);
    make(s);
    const answer = code(s, ask);
    if (answer !== 'accepted') Object.assign(found, { [standing]: answer });
  }
  return found;
}

describe('every deed of a gathering', () => {
  it.each(Object.keys(REFUSALS_OF) as Deed[])('%s is refused by name wherever it cannot be done', (deed) => {
    expect(answers(deed)).toEqual(REFUSALS_OF[deed]);
  });
});

/** By the beginning of an id, the kind that a refusal names; a cell is a slot in a space. */
const KINDS: Record<string, string> = { room: 'space', announce: 'announcement' };
const NAMED: Record<string, string> = {
  'placeTopic.slot': 'cell',
  'placeTopic.space': 'cell',
  'moveSession.slot': 'cell',
  'moveSession.space': 'cell',
  'removePhoto.topic': 'photo',
};

describe('a deed about what is not there', () => {
  const asks = (Object.keys(REFUSALS_OF) as Deed[]).flatMap((deed) =>
    Object.entries(REFUSALS_OF[deed].unknown ?? {}).flatMap(([field, code]) =>
      code === 'unknown_thing' ? [{ deed, field }] : [],
    ),
  );

  it.each(asks)('$deed names the kind of thing that its $field is no id of', ({ deed, field }) => {
    const { state, ask, at } = before(deed);
    const [prefix = ''] = String(ask[field]).split('-');
    const answers = [owner, holder].map((a) => asked(state, deed, { ...ask, [field]: 'unknown-1' }, a, at));
    expect(answers).toContainEqual({
      refused: 'unknown_thing',
      detail: { what: NAMED[`${deed}.${field}`] ?? KINDS[prefix] ?? prefix },
    });
  });
});

describe('[I4] a convener', () => {
  it.each([
    ['joinQueue', 'not_convener'],
    ['leaveQueue', 'not_convener'],
    ['skipTurn', 'not_convener'],
    ['withdrawTopic', 'not_convener'],
    ['restoreTopic', 'not_convener'],
    ['reviseTopic', 'not_convener'],
    ['splitTopic', 'not_convener'],
    ['acceptCoConvener', 'not_convener'],
    ['leaveConvening', 'not_convener'],
    ['acceptMerge', 'not_convener'],
    ['declineMerge', 'not_convener'],
    ['undoMerge', 'not_convener'],
    ['placeTopic', 'not_convener'],
    ['moveSession', 'not_convener'],
    ['cancelSession', 'not_convener'],
    ['offerSwap', 'not_convener'],
    ['acceptSwap', 'not_convener'],
    ['declineSwap', 'not_convener'],
    ['startSession', 'not_convener'],
    ['endSession', 'not_convener'],
    ['resumeSession', 'not_convener'],
    ['makeCluster', 'not_convener'],
    ['joinCluster', 'not_convener'],
    ['leaveCluster', 'not_convener'],
    ['renameCluster', 'not_convener'],
    ['leadAction', 'not_initiator'],
    ['markAction', 'not_initiator'],
    ['reviseAction', 'not_initiator'],
    ['reviseNote', 'not_author'],
    ['withdrawNote', 'not_author'],
    ['restoreNote', 'not_author'],
    ['reviseIdea', 'not_author'],
    ['withdrawIdea', 'not_author'],
    ['writeReport', 'not_note_taker'],
    ['addItem', 'not_note_taker'],
    ['reviseItem', 'not_note_taker'],
    ['removeItem', 'not_note_taker'],
    ['setOutcome', 'not_note_taker'],
    ['publishReport', 'not_note_taker'],
    ['beginReport', 'not_note_taker'],
    ['attachPhoto', 'not_note_taker'],
    ['removePhoto', 'not_note_taker'],
    ['closeHelp', 'not_author'],
    ['takeNotes', 'not_in_circle'],
  ] as const)('or author alone: %s by a stranger to it is %s', (deed, refused) => {
    const { state, ask, at } = before(deed);
    expect(asked(state, deed, ask, person(STRANGER_TO_IT), at)).toMatchObject({ refused });
  });
});
