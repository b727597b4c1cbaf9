/** Work tables are merged, split, closed or opened again: the old ones stay readable, with their successors. */
import * as z from 'zod/mini';
import type { Fact } from '../deed';
import { refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, REPORT_MAX, TITLE_MAX } from '../words';
import { amend, begun, deed, PLANNERS, standing, standingOnes } from './deed';
import { Takes } from './merges';
import { pointingAt } from './references';
import { type Moved, move, remember, repoint } from './merge-split';
import type { Path } from './state';
import { byRole } from './table-members';
import { freshTable } from './work-table-shapes';
import { openTable } from './work-tables';

const Why = textOrEmpty(LINE_MAX);
const Born = { id: Id, name: text(TITLE_MAX), object: textOrEmpty(REPORT_MAX) };

const merging = {
  ...Born,
  from: z.array(Id).check(z.minLength(2), z.maxLength(20)),
  rationale: Why,
};
/** `moves`: the old tables' contents go to the new one. Before the second version they stayed with them. */
const Moves = { moves: z.boolean() };
export const mergedAlone = (data: unknown): unknown => ({ ...(data as object), moves: false });
export const mergeTables = deed({
  command: 'mergeTables',
  fact: 'tablesMerged',
  v: 2,
  who: PLANNERS,
  commandSchema: () => z.strictObject(merging),
  factSchema: () => z.strictObject({ ...merging, ...Moves }),
  decide(state, ask) {
    if (state.tables[ask.id]) return refuse('id_already_used');
    if (ask.from.some((id) => !openTable(state, id))) return refuse('unknown_thing', { what: 'table' });
    if (new Set(ask.from).size < ask.from.length) return refuse('id_already_used');
    return ask.rationale === '' ? refuse('missing_reason') : { ...ask, moves: true };
  },
  apply(state, data, fact) {
    const { from, moves, ...born } = data;
    const old = from.flatMap((id) => state.tables[id] ?? []);
    const own = moves
      ? { lead: old.find((t) => t.lead !== '')?.lead ?? '', areas: [...new Set(old.flatMap((t) => t.areas))] }
      : {};
    const whole = { ...begun(data.id, fact), ...freshTable(), ...own, ...born };
    state.tables[data.id] = { ...whole, predecessors: from, cameBy: 'merge' };
    const moved: Moved[] = [];
    for (const id of from) {
      if (moves) repoint(state, moved, ['table', id, data.id], fact);
      end(state, moved, id, data.rationale, fact);
    }
    if (moves) withoutDoubles(state, moved, data.id, fact);
    const made = [data.id];
    remember(state, { kind: 'merge', what: 'table', subject: data.id, others: from, made, moved }, fact);
  },
});

const splitting = <T extends z.ZodMiniType>(takes: T) => ({
  id: Id,
  into: z.array(z.strictObject({ ...Born, takes })).check(z.minLength(2), z.maxLength(20)),
  rationale: Why,
});
export const splitAlone = (data: unknown): unknown => {
  const { into, ...rest } = data as { into: object[] };
  return { ...rest, into: into.map((part) => ({ ...part, takes: [] })), moves: false };
};
/**
 * The things listed for a part go to it; all the rest goes to the first one, because nothing stays with a closed table.
 */
export const splitTable = deed({
  command: 'splitTable',
  fact: 'tableSplit',
  v: 2,
  who: PLANNERS,
  commandSchema: () => z.strictObject(splitting(z._default(Takes, []))),
  factSchema: () => z.strictObject({ ...splitting(Takes), ...Moves }),
  decide(state, ask) {
    if (!openTable(state, ask.id)) return refuse('unknown_thing', { what: 'table' });
    const ids = ask.into.map((t) => t.id);
    if (new Set(ids).size < ids.length || ids.some((id) => state.tables[id]))
      return refuse('id_already_used');
    const pointing = new Set(pointingAt(state, 'table', ask.id).map((p) => `${p.register}/${p.id}`));
    const lost = ask.into.flatMap((p) => p.takes).find((t) => !pointing.has(`${t.register}/${t.id}`));
    if (lost) return refuse('unknown_thing', { what: lost.register, id: lost.id });
    return ask.rationale === '' ? refuse('missing_reason') : { ...ask, moves: true };
  },
  apply(state, data, fact) {
    const old = state.tables[data.id];
    const own = data.moves && old ? { lead: old.lead, areas: [...old.areas] } : {};
    for (const { takes: _, ...born } of data.into) {
      const whole = { ...begun(born.id, fact), ...freshTable(), ...own, ...born, rationale: data.rationale };
      state.tables[born.id] = { ...whole, predecessors: [data.id], cameBy: 'split' };
    }
    const moved: Moved[] = [];
    const made = data.into.map((p) => p.id);
    if (data.moves) {
      for (const part of data.into) repoint(state, moved, ['table', data.id, part.id], fact, part.takes);
      repoint(state, moved, ['table', data.id, made[0] ?? data.id], fact);
    }
    end(state, moved, data.id, data.rationale, fact);
    remember(state, { kind: 'split', what: 'table', subject: data.id, others: made, made, moved }, fact);
  },
});

/** An organisation that sat at both tables sits once at the new one, in the first of its roles. */
function withoutDoubles(state: Path, moved: Moved[], table: string, fact: Fact): void {
  const sitting = standingOnes(state.members).filter((m) => m.table === table && m.organization !== null);
  sitting.sort(byRole);
  const seated = new Set<string | null>();
  for (const { id, organization } of sitting) {
    if (seated.has(organization))
      move(state, moved, { register: 'member', id, field: 'removed', after: true }, fact);
    seated.add(organization);
  }
}

const end = (state: Path, moved: Moved[], id: string, rationale: string, fact: Fact): void =>
  move(state, moved, { register: 'table', id, field: 'closed', after: { at: fact.at, rationale } }, fact);

function close(state: Path, id: string, rationale: string, at: number): void {
  const table = state.tables[id];
  if (table) table.closed = { at, rationale };
}

const closing = () => z.strictObject({ id: Id, rationale: Why });
export const closeTable = deed({
  command: 'closeTable',
  fact: 'tableClosed',
  who: PLANNERS,
  commandSchema: closing,
  factSchema: closing,
  decide(state, ask) {
    if (!openTable(state, ask.id)) return refuse('unknown_thing', { what: 'table' });
    return ask.rationale === '' ? refuse('missing_reason') : ask;
  },
  apply: (state, data, fact) => close(state, data.id, data.rationale, fact.at),
});
export const reopenTable = deed({
  command: 'reopenTable',
  fact: 'tableReopened',
  who: PLANNERS,
  commandSchema: closing,
  factSchema: closing,
  decide(state, ask) {
    const table = standing(state.tables, ask.id);
    if (!table) return refuse('unknown_thing', { what: 'table' });
    if (!table.closed) return refuse('nothing_to_change');
    return ask.rationale === '' ? refuse('missing_reason') : ask;
  },
  apply(state, data, fact) {
    const table = state.tables[data.id];
    if (table) amend(table, { closed: null }, fact);
  },
});
