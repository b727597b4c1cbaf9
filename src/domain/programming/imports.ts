/** Imports a whole sheet as one deed, and undoes it as one: it is never there by half. */
import * as z from 'zod/mini';
import { CheckedAsk } from '../deed';
import { type Refusal, refuse } from '../refusal';
import { Id } from '../shapes';
import { allStand, amend, begun, deed, filed, PLANNERS, standing, standingOnes } from './deed';
import { InvitationShape } from './invitations';
import { OrganizationShape } from './organizations';
import { labelFree } from './codes';
import { ProjectRowShape, projectsRefused, writeProjects } from './project-import';
import { CodeShape } from './reading-shapes';
import { knownSectors, PaperShape } from './paper-contributions';
import { type RegisterName, registerOf } from './references';
import type { Path } from './state';

const ROWS_MAX = 5000;
const own = { id: Id };
const rows = <T extends z.ZodMiniType>(row: T) =>
  z.array(row).check(z.minLength(1), z.maxLength(ROWS_MAX, 'too_large'));
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
});

const thingIn = (state: Path, { register, id }: ImportRecord['things'][number]) =>
  register === 'resource' ? standing(state.resources, id) : standing(registerOf(state, register), id);

/** How many of them other things depend on by now: they cannot be removed. */
function leanedOn(state: Path, batch: ImportRecord): number {
  const own = new Set(batch.things.map((t) => t.id));
  const used = new Set<string | null>();
  for (const g of standingOnes(state.goals))
    for (const id of [...g.projects, ...g.resources, ...g.needs, ...g.proposals]) used.add(id);
  for (const p of standingOnes(state.proposals)) for (const id of p.needs) used.add(id);
  for (const e of standingOnes(state.evidence))
    if (!own.has(e.id)) used.add(e.target).add(e.ref.split('/')[2] ?? '');
  for (const r of standingOnes(state.resources)) if (!own.has(r.id)) used.add(r.project);
  for (const i of standingOnes(state.invitations)) if (!own.has(i.id)) used.add(i.organization);
  for (const m of standingOnes(state.members)) used.add(m.organization);
  for (const c of standingOnes(state.codings)) {
    used.add(c.ref.split('/')[2] ?? '');
    for (const code of c.codes) used.add(code);
  }
  for (const c of standingOnes(state.codes)) if (!own.has(c.id)) used.add(c.parent).add(c.mergedInto);
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
});
