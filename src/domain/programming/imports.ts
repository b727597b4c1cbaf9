/** Imports a whole sheet as one deed, and undoes it as one: it is never there by half. */
import * as z from 'zod/mini';
import { CheckedAsk } from '../deed';
import { type Refusal, refuse } from '../refusal';
import { Id } from '../shapes';
import { IMPORT_ROWS_MAX } from '../words';
import { allStand, amend, begun, deed, filed, PLANNERS, standing, standingOnes } from './deed';
import { InvitationShape } from './invitations';
import { OrganizationShape } from './organizations';
import { labelFree } from './codes';
import { ProjectRowShape, projectsRefused, writeProjects } from './project-import';
import { CodeShape } from './reading-shapes';
import { knownSectors, PaperShape } from './paper-contributions';
import { type RegisterName, registerOf } from './references';
import type { Path, Thing } from './state';

const own = { id: Id };
const rows = <T extends z.ZodMiniType>(row: T) =>
  z.array(row).check(z.minLength(1), z.maxLength(IMPORT_ROWS_MAX, 'too_large'));
const Batch = () =>
  z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('project'), rows: rows(ProjectRowShape) }),
    z.strictObject({ what: z.literal('paper'), rows: rows(z.extend(PaperShape, own)) }),
    z.strictObject({ what: z.literal('organization'), rows: rows(z.extend(OrganizationShape, own)) }),
    z.strictObject({ what: z.literal('invitation'), rows: rows(z.extend(InvitationShape, own)) }),
    z.strictObject({ what: z.literal('code'), rows: rows(z.extend(CodeShape, own)) }),
  ]);
type Batch = z.infer<ReturnType<typeof Batch>>;
export type ImportedRow = Batch['rows'][number];

/** Rows checked in one go: a few milliseconds. */
export const SLICE = 50;
/**
 * The command's ask, held against its shape a slice of rows at a time: whoever runs it may let others be answered at each
 * `yield`. Where a slice has another shape the ask is that slice as it came, and the deed refuses it.
 */
export function* checkedInSlices(what: Batch['what'], all: readonly unknown[]): Generator<void, unknown> {
  const rows: ImportedRow[] = [];
  for (let at = 0; at < all.length; at += SLICE) {
    const slice = { what, rows: all.slice(at, at + SLICE) };
    const read = importRows.commandSchema().safeParse(slice);
    if (!read.success) return slice;
    rows.push(...read.data.rows);
    yield;
  }
  return new CheckedAsk({ what, rows });
}

/**
 * The things one import created, by the id of its command, or one thing created with its quotations, by its own id.
 * Used to undo it.
 */
export type ImportRecord = {
  id: string;
  seq: number;
  at: number;
  by: string | null;
  what: Batch['what'] | 'need' | 'proposal';
  things: { register: RegisterName | 'resource'; id: string }[];
  undone: boolean;
};

function refused(state: Path, batch: Batch): Refusal | null {
  if (batch.what === 'project') return projectsRefused(state, batch.rows);
  const ids = batch.rows.map((r) => r.id);
  const there = registerOf(state, batch.what);
  if (new Set(ids).size < ids.length || ids.some((id) => Object.hasOwn(there, id)))
    return refuse('id_already_used');
  switch (batch.what) {
    case 'paper':
      return (
        allStand(state.meetings, distinct(batch.rows, 'meeting'), 'meeting') ??
        knownSectors(state, distinct(batch.rows, 'sector'))
      );
    case 'organization':
      return allStand(state.sectors, distinct(batch.rows, 'sector'), 'sector');
    case 'invitation':
      return (
        allStand(state.organizations, distinct(batch.rows, 'organization'), 'organization') ??
        allStand(state.meetings, distinct(batch.rows, 'meeting'), 'meeting') ??
        allStand(state.tables, distinct(batch.rows, 'table'), 'table')
      );
    case 'code': {
      const labels = batch.rows.map((r) => r.label.toLocaleLowerCase('it'));
      if (new Set(labels).size < labels.length) return refuse('label_taken');
      const taken = batch.rows.map((r) => labelFree(state, r.label, r.id)).find((r) => r !== null);
      const known = new Set(ids);
      const lost = batch.rows.find(
        (r) => r.parent && !known.has(r.parent) && !standing(state.codes, r.parent),
      );
      return taken ?? (lost ? refuse('unknown_thing', { what: 'code' }) : null);
    }
  }
}
const distinct = <K extends string>(all: readonly Record<K, string | null>[], key: K): (string | null)[] => [
  ...new Set(all.map((r) => r[key])),
];

/** A copy of the path with registers of its own, of these names. */
function withOwn(state: Path, registers: Iterable<ImportRecord['things'][number]['register']>): Path {
  const own = new Set<unknown>([state.imports]);
  for (const name of registers) own.add(name === 'resource' ? state.resources : registerOf(state, name));
  const parts = Object.entries<unknown>({ ...state }).map(([key, part]) => [
    key,
    own.has(part) ? { ...(part as object) } : part,
  ]);
  return Object.fromEntries(parts) as Path;
}

export const importRows = deed({
  command: 'importRows',
  fact: 'rowsImported',
  who: PLANNERS,
  commandSchema: Batch,
  factSchema: Batch,
  decide: (state, ask) => refused(state, ask) ?? ask,
  apply(state, batch, fact) {
    const things: ImportRecord['things'] = batch.rows.map((r) => ({ register: batch.what, id: r.id }));
    if (batch.what === 'project') {
      writeProjects(state, batch.rows, fact);
      for (const row of batch.rows)
        for (const r of row.resources) things.push({ register: 'resource', id: r.id });
    } else
      for (const row of batch.rows) {
        const more = batch.what === 'code' ? { mergedInto: null, splitFrom: null } : {};
        registerOf(state, batch.what)[row.id] = Object.assign(begun(row.id, fact), row, more);
      }
    const { seq, at, by, cmd: id } = fact;
    state.imports[id] = { id, seq, at, by, what: batch.what, things, undone: false };
  },
  detach: (state, batch) => withOwn(state, batch.what === 'project' ? ['project', 'resource'] : [batch.what]),
});

const thingIn = (state: Path, { register, id }: ImportRecord['things'][number]) =>
  register === 'resource' ? standing(state.resources, id) : standing(registerOf(state, register), id);

/** The id in a reference `stream/kind/id`. */
const lastPart = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** How many of them other things depend on by now: they cannot be removed. */
function leanedOn(state: Path, batch: ImportRecord): number {
  const own = new Set(batch.things.map((t) => t.id));
  const used = new Set<string>();
  const use = (id: string | null): void => {
    if (id !== null && own.has(id)) used.add(id);
  };
  for (const g of standingOnes(state.goals))
    for (const id of [...g.projects, ...g.resources, ...g.needs, ...g.proposals]) use(id);
  for (const p of standingOnes(state.proposals)) p.needs.forEach(use);
  for (const e of standingOnes(state.evidence)) {
    if (own.has(e.id)) continue;
    use(e.target);
    use(lastPart(e.ref));
  }
  for (const r of standingOnes(state.resources)) if (!own.has(r.id)) use(r.project);
  for (const i of standingOnes(state.invitations)) if (!own.has(i.id)) use(i.organization);
  for (const m of standingOnes(state.members)) use(m.organization);
  // Only sheets of paper have a text that is coded, and only codes are given: a year has ten thousand codings.
  if (batch.what === 'paper' || batch.what === 'code')
    for (const c of standingOnes(state.codings)) {
      use(lastPart(c.ref));
      c.codes.forEach(use);
    }
  for (const c of standingOnes(state.codes)) {
    if (own.has(c.id)) continue;
    use(c.parent);
    use(c.mergedInto);
  }
  if (used.size === 0) return 0;
  return batch.things.filter((t) => used.has(t.id) && thingIn(state, t)).length;
}

const undoing = () => z.strictObject({ id: Id });
/** Removes a whole imported sheet; `id` is that of the command that imported it. */
export const undoImport = deed({
  command: 'undoImport',
  fact: 'importUndone',
  who: PLANNERS,
  commandSchema: undoing,
  factSchema: undoing,
  decide(state, ask) {
    const batch = filed(state.imports, ask.id);
    if (!batch || batch.undone) return refuse('nothing_to_change');
    const times = leanedOn(state, batch);
    return times > 0 ? refuse('in_use', { times }) : ask;
  },
  apply(state, data, fact) {
    const batch = state.imports[data.id];
    if (!batch) return;
    for (const t of batch.things) {
      const thing = thingIn(state, t);
      if (thing) amend(thing, { removed: true }, fact);
    }
    batch.undone = true;
  },
  detach(state, data) {
    const batch = filed(state.imports, data.id);
    if (!batch) return state;
    const own = withOwn(state, new Set(batch.things.map((t) => t.register)));
    own.imports[data.id] = { ...batch };
    for (const t of batch.things) {
      const thing = thingIn(own, t);
      if (!thing) continue;
      const things: Record<string, Thing> =
        t.register === 'resource' ? own.resources : registerOf(own, t.register);
      things[t.id] = { ...thing, history: [...thing.history] };
    }
    return own;
  },
});
