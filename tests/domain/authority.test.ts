/** Walks every deed × role × own or other's × phase, and compares the result with the table a person can read. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { PHASES } from '@/domain/gathering/state/phase';
import { programming } from '@/domain/programming/catalogue';
import { isRefusal } from '@/domain/refusal';
import { ROLES, type Role } from '@/domain/words';
import { CASES, OWNER, STRANGER_TO_IT } from './authority.cases';
import { REHEARSAL_DOORS } from '../server/rehearsal-doors';
import { table } from '../table';
import { opened } from './opened';

type Deeds = keyof typeof CASES;
const deeds = Object.keys(gathering.deeds) as Deeds[];
/** Refusals that say "not you"; any other means that the case itself is badly made. */
const NOT_YOU = new Set([
  'not_allowed',
  'not_convener',
  'not_author',
  'not_initiator',
  'not_note_taker',
  'not_in_circle',
]);
const SHUT = new Set(['archived', 'frozen', 'wrong_phase']);

const seated = () => {
  const g = opened();
  for (const seat of [OWNER, 'seat-other', STRANGER_TO_IT]) g.seat(seat);
  // Nobody acts for a person who has a phone: these joined at a totem.
  for (const seat of Object.values(g.state.seats)) seat.origin = 'totem';
  return g;
};
/**
 * Everybody asks as OWNER or as the third: a participant for themselves, a helper on their behalf, the office by
 * account.
 */
const actors: Record<Role, (seat: string) => { actor: Actor; for?: string }> = {
  participant: (seat) => ({ actor: { id: seat, role: 'participant', seat } }),
  helper: (seat) => ({ actor: { id: 'account-9', role: 'helper', seat: null }, for: seat }),
  facilitator: (seat) => ({ actor: { id: seat, role: 'facilitator', seat: null } }),
  planner: (seat) => ({ actor: { id: seat, role: 'planner', seat: null } }),
  owner: (seat) => ({ actor: { id: seat, role: 'owner', seat: null } }),
};

type Found = 'yes' | 'no' | 'shut';
function found(state: Gathering, deed: Deeds, ask: unknown, role: Role, seat: string, at: number): Found {
  const { actor, ...behalf } = actors[role](seat);
  const command = { id: 'cmd-authority', type: deed, ask };
  let answer = gathering.decide(state, { ...command, ...behalf }, actor, at);
  // Deeds that nobody does for another may still be a helper's own.
  if (role === 'helper' && isRefusal(answer) && answer.refused === 'not_allowed')
    answer = gathering.decide(state, command, actor, at);
  if (!isRefusal(answer) || answer.refused === 'nothing_to_change') return 'yes';
  if (NOT_YOU.has(answer.refused)) return 'no';
  if (SHUT.has(answer.refused)) return 'shut';
  throw new Error(`${deed} as ${role}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
}

const sameIn = (shut: Set<string>): string => {
  if (shut.size === 0) return 'always';
  const open = PHASES.filter((p) => !shut.has(p));
  if (open.length <= 2) return `only: ${open.join(', ')}`;
  return `until: ${[...shut].join(', ')}`;
};

let walked = 0;
function rowOf(deed: Deeds): string[] {
  const { what, blank, ask: make } = CASES[deed];
  const g = seated();
  const ask = make(g);
  const can: Record<Role, Set<string>> = {
    participant: new Set(),
    helper: new Set(),
    facilitator: new Set(),
    planner: new Set(),
    owner: new Set(),
  };
  const shut = new Set<string>();
  for (const phase of [...PHASES, 'sealed'] as const) {
    const state = blank ? gathering.empty() : structuredClone(g.state);
    if (phase === 'sealed') {
      state.phase = 'concluded';
      state.frozen = { at: 0, hash: '', upTo: 0 };
    } else state.phase = phase;
    const open: string[] = [];
    for (const role of ROLES)
      for (const [whose, seat] of [
        ['own', OWNER],
        ['other’s', STRANGER_TO_IT],
      ] as const) {
        walked += 1;
        const answer = found(state, deed, ask, role, seat, g.now);
        if (answer === 'shut') continue;
        if (answer === 'yes') {
          can[role].add(whose);
          open.push(role);
        }
      }
    if (open.length === 0) shut.add(phase);
  }
  const cell = (role: Role) =>
    can[role].size === 2 ? 'yes' : can[role].has('own') ? 'own' : can[role].has('other’s') ? 'other’s' : '—';
  const how = gathering.byRouteOnly(deed) ? 'door' : 'message';
  return [deed, what, ...ROLES.map(cell), '—', blank ? 'once' : sameIn(shut), how];
}

const HEAD = `# Who may do what

This table is held by a test that asks the program every deed, as every role, about one's own thing and somebody
else's, in each of the ${PHASES.length} phases and once more with the record sealed; when the program and this page differ, the test
fails. The program has one predicate, \`decide\` of the catalogue: the server asks it before anything is written, and the
buttons ask it before they are drawn.

**yes** anybody's · **own** only what is hers: a topic she convenes, a note she wrote, a place she sits on · **—** never. A
_helper_ always acts on behalf of a person who is here and has no phone, and "own" is that person's; the log names both. What is
secret (dots, interests, where one is, an anonymous note) nobody does for anybody. A _stranger_
has neither seat nor account: reads what is public and does nothing. _How_: a **message** on the socket, or a **door**
of the server that keeps something beside the log (labels, hashes), and that no message can open.

Those who hold the space have no power over content: a topic is moved, merged, split or withdrawn by its conveners.

## In a gathering

`;

const REHEARSED = `
## In a rehearsal

A gathering is a rehearsal from its first fact on or never. The table above holds in it too, and these doors besides.
Elsewhere they answer \`not_a_rehearsal\`, and a command of origin \`simulata\` is refused in any gathering that is no
rehearsal and in every path.

`;

const ALONG = `
## Along a path

Facilitators read a path and change nothing of it; participants and helpers don't see it.

`;

const pathRow = (deed: string): string[] => {
  const cell = (role: Role) => {
    walked += 1;
    const { actor } = actors[role](OWNER);
    const answer = programming.decide(
      programming.empty(),
      { id: 'cmd-authority', type: deed, ask: {} },
      actor,
      0,
    );
    const no = isRefusal(answer) && answer.refused === 'not_allowed';
    expect(!no, `${deed} as ${role}: buttons and server agree`).toBe(programming.may(role, deed));
    return no ? '—' : 'yes';
  };
  return [deed, ...ROLES.map(cell), '—', programming.byRouteOnly(deed) ? 'door' : 'message'];
};

describe('[I4] authority', () => {
  it('every deed has its case', () => {
    expect(Object.keys(CASES).sort()).toEqual([...deeds].sort());
  });

  it('every deed × role × own or other’s × phase is as docs/authority.md says, both ways', async () => {
    const inside = table([['deed', 'what', ...ROLES, 'stranger', 'when', 'how'], ...deeds.map(rowOf)]);
    const along = table([
      ['deed', ...ROLES, 'stranger', 'how'],
      ...Object.keys(programming.deeds).map(pathRow),
    ]);
    const rehearsed = table([
      ['door', 'what', ...ROLES, 'stranger'],
      ...REHEARSAL_DOORS.map(({ door, what, roles }) => [
        door,
        what,
        ...ROLES.map((role) => (roles.includes(role) ? 'yes' : '—')),
        '—',
      ]),
    ]);
    const page = `${HEAD}${inside}
${REHEARSED}${rehearsed}
${ALONG}${along}
`;
    expect(walked).toBeGreaterThan(10_000);
    await expect(page).toMatchFileSnapshot('../../docs/authority.md');
  });

  it('a role that may not ask at all is told so by the predicate the buttons use', () => {
    for (const deed of deeds)
      for (const role of ROLES) {
        const { actor } = actors[role](OWNER);
        const answer = gathering.decide(
          gathering.empty(),
          { id: 'cmd-authority', type: deed, ask: null },
          actor,
          0,
        );
        const told = isRefusal(answer) && answer.refused === 'not_allowed';
        expect(told, `${deed} as ${role}`).toBe(!gathering.may(role, deed));
      }
  });

  it('an emptied place does nothing, also through a helper; nor does one act for somebody who is not here', () => {
    const g = seated();
    g.done(actors.participant(OWNER).actor, 'eraseSeat', { seat: OWNER });
    const propose = { topic: 'topic-late', title: 'ancora io' };
    expect(g.refusal(actors.participant(OWNER).actor, 'proposeTopic', propose)).toBe('erased_seat');
    const { actor } = actors.helper(OWNER);
    expect(g.refusal(actor, 'proposeTopic', propose, { for: OWNER })).toBe('erased_seat');
    expect(g.refusal(actor, 'proposeTopic', propose, { for: 'seat-of-nobody' })).toBe('unknown_seat');
  });
});
