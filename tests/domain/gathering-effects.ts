/** Describes one deed in a gathering where others have done something of everything: its fact and all that follows. */
import type { Actor, Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { CASES, OWNER, STRANGER_TO_IT } from './authority.cases';
import { holder, owner } from './begun';
import { person } from './given';
import { opened, PORCH, SLOTS } from './opened';
import { changed, named, spoiled } from './programming/deed-effects';

type Deed = keyof typeof CASES;
type Ask = Record<string, unknown>;
const copy = <T>(x: T): T => JSON.parse(JSON.stringify(x)) as T;

/** Things of a third person: none of them may change with somebody else's deed. */
function neighbours(g: ReturnType<typeof opened>): void {
  const third = person(STRANGER_TO_IT);
  const topic = g.topic(third, 'di una terza');
  const session = g.place(third, topic, SLOTS[1], PORCH);
  g.done(third, 'markInterest', { topic, on: true });
  g.done(third, 'startSession', { session });
  g.done(third, 'moveTo', { to: session });
  g.done(third, 'takeNotes', { session });
  g.done(third, 'writeNote', { note: 'note-third', topic, kind: 'bisogno', text: 'parole di una terza' });
  g.done(third, 'beginReport', { topic });
  g.done(third, 'writeReport', { topic, field: 'summary', text: 'si è detto altro', rev: 0 });
  g.done(third, 'addItem', { topic, item: 'item-third', kind: 'proposta', text: 'un’altra proposta' });
  g.done(third, 'publishReport', { topic });
  g.done(third, 'shareIdea', { idea: 'idea-third', text: 'l’idea di una terza' });
  g.done(third, 'startAction', { action: 'action-third', title: 'il passo di una terza' });
  g.done(third, 'askForHelp', { call: 'call-third', session });
  g.done(third, 'makeCluster', { cluster: 'cluster-third', name: 'da sola', topics: [topic] });
}

/** Everything that can be withheld is. */
function withheld(state: Gathering): Gathering {
  const hidden = { reason: 'altro', note: '', at: 0, flagged: false } as const;
  const all = structuredClone(state);
  const items = Object.values(all.reports).flatMap((r) => Object.values(r.items));
  const texts = [all.notes, all.topics, all.ideas, all.actions, all.reports].flatMap((x) => Object.values(x));
  for (const text of [...texts, ...items, ...all.words]) text.hidden = hidden;
  return all;
}

function describeDeed(deed: Deed): unknown {
  const g = opened();
  for (const seat of [OWNER, 'seat-other', STRANGER_TO_IT]) g.seat(seat);
  const { ask: make, blank } = CASES[deed];
  if (!blank) neighbours(g);
  const ask = make(g) as Ask;
  const [state, open] = blank ? [gathering.empty(), gathering.empty()] : [g.state, g.open];
  if (deed === 'freezeRecord') state.phase = 'concluded';
  const at = g.b.now;
  const decided = (asked: unknown, actor: Actor): Fact | Refusal =>
    gathering.decide(state, { id: 'cmd-effect', type: deed, ask: copy(asked) }, actor, at);
  const actor = isRefusal(decided(ask, owner)) ? holder : owner;
  const fact = decided(ask, actor);
  if (isRefusal(fact)) throw new Error(`${deed}: ${fact.refused} ${JSON.stringify(fact.detail)}`);
  const answer = (asked: unknown) => {
    const told = decided(asked, actor);
    return isRefusal(told) ? told : 'accepted';
  };
  const refused: Ask = {};
  for (const [how, spoilt] of Object.entries(spoiled(ask))) refused[how] = answer(spoilt);
  const replaced = gathering.replaced(state, deed, ask);
  const before = { all: structuredClone(state), open: structuredClone(open) };
  gathering.apply(state, copy(fact));
  const seen = (kind: 'staff' | 'public', of: Gathering) => {
    const view = gathering.seenBy({ kind }, of, fact);
    return view === fact ? 'all' : { by: view.by, data: view.data };
  };
  gathering.apply(open, copy(gathering.seenBy({ kind: 'public' }, state, fact)));
  const veiled = withheld(state);
  const { type, v, by, origin, data } = fact;
  return named(
    {
      ask,
      fact: { type, v, by, origin, data },
      changed: changed(before.all, state),
      open: changed(before.open, open),
      replaced,
      refused: { ...refused, twice: answer(ask) },
      seen: { staff: seen('staff', state), public: seen('public', state) },
      withheld: { staff: seen('staff', veiled), public: seen('public', veiled) },
    },
    new Map(),
  );
}

export const EFFECTS: Record<string, () => unknown> = Object.fromEntries(
  (Object.keys(CASES) as Deed[]).map((deed) => [deed, () => describeDeed(deed)]),
);
