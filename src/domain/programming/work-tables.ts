/** Changes to work tables: new names and redefined objects, merges, splits, new and closed tables, with the reason. */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, REPORT_MAX, TITLE_MAX } from '../words';
import { allStand, amend, begun, deed, filed, PLANNERS, standing } from './deed';
import { Areas } from './needs';
import type { Path, WorkTable } from './state';
import { freshTable, TABLE_STATES } from './work-table-shapes';

const Why = textOrEmpty(LINE_MAX);

export function openTable(state: Path, id: string): WorkTable | null {
  const table = standing(state.tables, id);
  return table && !table.closed ? table : null;
}

const adding = () =>
  z.strictObject({
    id: Id,
    name: text(TITLE_MAX),
    object: z._default(textOrEmpty(REPORT_MAX), ''),
    existing: z._default(z.boolean(), false),
    rationale: z._default(Why, ''),
    lead: z._default(textOrEmpty(TITLE_MAX), ''),
    areas: z._default(Areas, []),
  });
export const addTable = deed({
  command: 'addTable',
  fact: 'tableAdded',
  who: PLANNERS,
  commandSchema: adding,
  factSchema: adding,
  decide: (state, ask) => (state.tables[ask.id] ? refuse('id_already_used') : ask),
  apply(state, data, fact) {
    const status = data.existing ? 'avviato' : 'proposto';
    state.tables[data.id] = { ...begun(data.id, fact), ...freshTable(), ...data, status };
  },
});

const renaming = () => z.strictObject({ id: Id, name: text(TITLE_MAX), rationale: Why });
export const renameTable = deed({
  command: 'renameTable',
  fact: 'tableRenamed',
  who: PLANNERS,
  commandSchema: renaming,
  factSchema: renaming,
  decide(state, ask) {
    const table = openTable(state, ask.id);
    if (!table) return refuse('unknown_thing', { what: 'table' });
    if (table.name === ask.name) return refuse('nothing_to_change');
    return ask.rationale === '' ? refuse('missing_reason') : ask;
  },
  replaces: (state, ask) => ({ name: filed(state.tables, ask.id)?.name }),
  apply(state, data, fact) {
    const table = state.tables[data.id];
    if (!table) return;
    table.names.push({ words: table.name, rationale: data.rationale, at: fact.at });
    amend(table, { name: data.name }, fact);
  },
});

const redefining = () => z.strictObject({ id: Id, object: text(REPORT_MAX), rationale: Why });
/** S44: the object of work has a history of its own, apart from the name's. */
export const redefineTable = deed({
  command: 'redefineTable',
  fact: 'tableRedefined',
  who: PLANNERS,
  commandSchema: redefining,
  factSchema: redefining,
  decide(state, ask) {
    const table = openTable(state, ask.id);
    if (!table) return refuse('unknown_thing', { what: 'table' });
    if (table.object === ask.object) return refuse('nothing_to_change');
    return ask.rationale === '' ? refuse('missing_reason') : ask;
  },
  replaces: (state, ask) => ({ object: filed(state.tables, ask.id)?.object }),
  apply(state, data, fact) {
    const table = state.tables[data.id];
    if (!table) return;
    table.objects.push({ words: table.object, rationale: data.rationale, at: fact.at });
    amend(table, { object: data.object }, fact);
  },
});

const revising = () =>
  z.strictObject({
    id: Id,
    lead: z.optional(textOrEmpty(TITLE_MAX)),
    areas: z.optional(Areas),
    status: z.optional(z.enum(TABLE_STATES)),
  });
export const reviseTable = deed({
  command: 'reviseTable',
  fact: 'tableRevised',
  who: PLANNERS,
  commandSchema: revising,
  factSchema: revising,
  decide(state, ask) {
    const table = openTable(state, ask.id);
    if (!table) return refuse('unknown_thing', { what: 'table' });
    return JSON.stringify({ ...table, ...ask }) === JSON.stringify(table) ? refuse('nothing_to_change') : ask;
  },
  replaces(state, { id, ...asked }) {
    const { lead, areas, status } = filed(state.tables, id) ?? {};
    return {
      ...('lead' in asked && { lead }),
      ...('areas' in asked && { areas }),
      ...('status' in asked && { status }),
    };
  },
  apply(state, data, fact) {
    const table = state.tables[data.id];
    if (table) amend(table, data, fact);
  },
});

const descending = () =>
  z.strictObject({
    id: Id,
    predecessors: z.array(Id).check(z.maxLength(20)),
    rationale: Why,
  });
/** No table descends from itself, at any distance. */
function circular(state: Path, id: string, predecessors: readonly string[]): Refusal | null {
  const seen = new Set<string>();
  const queue = [...predecessors];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === id) return refuse('circular_predecessor');
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(state.tables[next]?.predecessors ?? []));
  }
  return null;
}
export const setPredecessors = deed({
  command: 'setPredecessors',
  fact: 'predecessorsSet',
  who: PLANNERS,
  commandSchema: descending,
  factSchema: descending,
  decide(state, ask) {
    if (!openTable(state, ask.id)) return refuse('unknown_thing', { what: 'table' });
    return (
      allStand(state.tables, ask.predecessors, 'table') ?? circular(state, ask.id, ask.predecessors) ?? ask
    );
  },
  replaces(state, ask) {
    const { predecessors, rationale } = filed(state.tables, ask.id) ?? {};
    return { predecessors, rationale };
  },
  apply(state, data, fact) {
    const table = state.tables[data.id];
    if (table) amend(table, { predecessors: data.predecessors, rationale: data.rationale }, fact);
  },
});
