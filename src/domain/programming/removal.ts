/** Removing is setting aside: things in use cannot be removed, and removed ones can be restored. */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, textOrEmpty } from '../shapes';
import { LINE_MAX } from '../words';
import { codesInUse, labelFree } from './codes';
import { timesGiven } from './codings';
import { allStand, amend, deed, filed, PLANNERS, standingOnes } from './deed';
import { knownSectors } from './paper-contributions';
import { codeFree } from './projects';
import type { Path, Thing } from './state';

/** Tables are missing on purpose: they are closed, with a reason, and stay. */
const REGISTERS = {
  phase: (s: Path) => s.phases,
  sector: (s: Path) => s.sectors,
  meeting: (s: Path) => s.meetings,
  organization: (s: Path) => s.organizations,
  invitation: (s: Path) => s.invitations,
  experience: (s: Path) => s.experiences,
  paper: (s: Path) => s.papers,
  code: (s: Path) => s.codes,
  coding: (s: Path) => s.codings,
  need: (s: Path) => s.needs,
  proposal: (s: Path) => s.proposals,
  evidence: (s: Path) => s.evidence,
  member: (s: Path) => s.members,
  project: (s: Path) => s.projects,
  resource: (s: Path) => s.resources,
  goal: (s: Path) => s.goals,
  measure: (s: Path) => s.measures,
  sheet: (s: Path) => s.sheets,
} as const satisfies Record<string, (s: Path) => Record<string, Thing>>;
type What = keyof typeof REGISTERS;
const WHAT = Object.keys(REGISTERS) as [What, ...What[]];
const thingOf = (state: Path, what: What, id: string): Thing | undefined =>
  filed<Thing>(REGISTERS[what](state), id);

/** Number of things that still depend on it. */
function uses(state: Path, what: What, id: string): number {
  const goals = standingOnes(state.goals);
  const linked = standingOnes(state.evidence).filter((e) => e.what === what && e.target === id).length;
  const meetings = standingOnes(state.meetings);
  const count = <T>(things: readonly T[], leans: (t: T) => boolean) => things.filter(leans).length;
  const quoted = (ref: string) =>
    count([...standingOnes(state.codings), ...standingOnes(state.evidence)], (t) => t.ref === ref);
  switch (what) {
    case 'phase':
      return count(meetings, (m) => m.phase === id);
    case 'sector':
      return (
        count(meetings, (m) => m.sectors.includes(id)) +
        count(standingOnes(state.sectors), (s) => s.parent === id) +
        count(standingOnes(state.organizations), (o) => o.sector === id)
      );
    case 'meeting':
      return (
        count(standingOnes(state.papers), (p) => p.meeting === id) +
        count(standingOnes(state.invitations), (i) => i.meeting === id) +
        quoted(`${state.id}/minutes/${id}`)
      );
    case 'organization':
      return (
        count(standingOnes(state.invitations), (i) => i.organization === id) +
        count(standingOnes(state.members), (m) => m.organization === id)
      );
    case 'paper':
      return quoted(`${state.id}/paper/${id}`);
    case 'code':
      return timesGiven(state, id) + count(codesInUse(state), (c) => c.parent === id);
    case 'need':
      return (
        linked +
        count(goals, (g) => g.needs.includes(id)) +
        count(standingOnes(state.proposals), (p) => p.needs.includes(id))
      );
    case 'proposal':
      return linked + count(goals, (g) => g.proposals.includes(id));
    case 'project':
      return (
        linked +
        count(goals, (g) => g.projects.includes(id)) +
        count(standingOnes(state.resources), (r) => r.project === id)
      );
    case 'resource':
      return count(goals, (g) => g.resources.includes(id));
    case 'goal':
      return linked + count(standingOnes(state.sheets), (s) => s.goals.includes(id));
    default:
      return 0;
  }
}

/** Words whose last coding is removed were still read; when it is restored they are coded again. */
function settleReading(state: Path, what: What, id: string): void {
  const coding = what === 'coding' ? state.codings[id] : undefined;
  const side = coding?.second ? 'second' : 'first';
  const read = coding && state.readings[coding.ref]?.[side];
  if (!coding || !read) return;
  const coded = standingOnes(state.codings).some((c) => c.ref === coding.ref && c.second === coding.second);
  if (!coded && read.state === 'codificato') read.state = 'letto';
  if (coded && read.state === 'letto') read.state = 'codificato';
}

const removing = () =>
  z.strictObject({
    what: z.enum(WHAT),
    id: Id,
    reason: z._default(textOrEmpty(LINE_MAX), ''),
  });
export const removeThing = deed({
  command: 'removeThing',
  fact: 'thingRemoved',
  who: PLANNERS,
  commandSchema: removing,
  factSchema: removing,
  decide(state, ask) {
    const thing = thingOf(state, ask.what, ask.id);
    if (!thing || thing.removed) return refuse('unknown_thing', { what: ask.what });
    const times = uses(state, ask.what, ask.id);
    return times > 0 ? refuse(ask.what === 'code' ? 'code_in_use' : 'in_use', { times }) : ask;
  },
  apply(state, data, fact) {
    const thing = thingOf(state, data.what, data.id);
    if (thing) amend(thing, { removed: true }, fact);
    settleReading(state, data.what, data.id);
  },
});

/** The fields of each kind of thing that refer to others, with the kind of those. */
const REFERENCES: Partial<Record<What, Record<string, What | 'table'>>> = {
  sector: { parent: 'sector' },
  meeting: { phase: 'phase', sectors: 'sector' },
  organization: { sector: 'sector' },
  invitation: { meeting: 'meeting', table: 'table', organization: 'organization' },
  experience: { table: 'table' },
  paper: { meeting: 'meeting', sector: 'sector' },
  code: { parent: 'code', mergedInto: 'code' },
  coding: { codes: 'code' },
  need: { table: 'table' },
  proposal: { table: 'table', needs: 'need' },
  member: { table: 'table', organization: 'organization' },
  project: { table: 'table' },
  resource: { project: 'project' },
  goal: { table: 'table', needs: 'need', proposals: 'proposal', projects: 'project', resources: 'resource' },
  measure: { goal: 'goal' },
  sheet: { table: 'table', goals: 'goal' },
};

/** Something that it refers to was removed after it: restored alone, it would point to nothing. */
function lost(state: Path, what: What, thing: Thing): Refusal | null {
  const fields = thing as unknown as Record<string, string | string[] | null | undefined>;
  const references = what === 'evidence' ? { target: fields.what as What } : (REFERENCES[what] ?? {});
  const missing = (kind: What | 'table', ids: (string | null)[]) => {
    if (kind === 'sector') return knownSectors(state, ids);
    const things: Record<string, Thing> = kind === 'table' ? state.tables : REGISTERS[kind](state);
    return allStand(things, ids, kind);
  };
  for (const [field, kind] of Object.entries(references)) {
    const refused = missing(kind, [fields[field] ?? null].flat());
    if (refused) return refused;
  }
  const [where, source, id = ''] = typeof fields.ref === 'string' ? fields.ref.split('/') : [];
  if (where !== state.id || (source !== 'paper' && source !== 'minutes')) return null;
  return missing(source === 'paper' ? 'paper' : 'meeting', [id]);
}

/** A label or a code may have been used by another meanwhile. */
function taken(state: Path, what: What, id: string): Refusal | null {
  const code = what === 'code' ? state.codes[id] : undefined;
  const project = what === 'project' ? state.projects[id] : undefined;
  if (code) return labelFree(state, code.label, id);
  return project ? codeFree(state, project.code, id) : null;
}
const restoring = () => z.strictObject({ what: z.enum(WHAT), id: Id });
export const restoreThing = deed({
  command: 'restoreThing',
  fact: 'thingRestored',
  who: PLANNERS,
  commandSchema: restoring,
  factSchema: restoring,
  decide(state, ask) {
    const thing = thingOf(state, ask.what, ask.id);
    if (!thing?.removed) return refuse('nothing_to_change');
    return lost(state, ask.what, thing) ?? taken(state, ask.what, ask.id) ?? ask;
  },
  apply(state, data, fact) {
    const thing = thingOf(state, data.what, data.id);
    if (thing) amend(thing, { removed: false }, fact);
    settleReading(state, data.what, data.id);
  },
});
