/** Tables that become one, several or none: the old ones close and stay readable, with who comes from whom. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, REPORT_MAX, TITLE_MAX } from '../words';
import { allStand, amend, begun, deed, PLANNERS, standing } from './deed';
import { adds, revises } from './register';
import type { Path } from './state';
import { freshTable, MemberShape, type MemberWords } from './work-table-shapes';
import { openTable } from './work-tables';

const Why = textOrEmpty(LINE_MAX);
const Born = { id: Id, name: text(TITLE_MAX), object: textOrEmpty(REPORT_MAX) };

const merging = () =>
  z.strictObject({
    ...Born,
    from: z.array(Id).check(z.minLength(2), z.maxLength(20)),
    rationale: Why,
  });
export const mergeTables = deed({
  command: 'mergeTables',
  fact: 'tablesMerged',
  who: PLANNERS,
  commandSchema: merging,
  factSchema: merging,
  decide(state, ask) {
    if (state.tables[ask.id]) return refuse('id_already_used');
    if (new Set(ask.from).size < 2 || ask.from.some((id) => !openTable(state, id)))
      return refuse('unknown_thing', { what: 'table' });
    return ask.rationale === '' ? refuse('missing_reason') : ask;
  },
  apply(state, data, fact) {
    const { from, ...born } = data;
    const whole = { ...begun(data.id, fact), ...freshTable(), ...born };
    state.tables[data.id] = { ...whole, predecessors: from, cameBy: 'merge' };
    for (const id of from) close(state, id, data.rationale, fact.at);
  },
});

const splitting = () =>
  z.strictObject({
    id: Id,
    into: z.array(z.strictObject(Born)).check(z.minLength(2), z.maxLength(20)),
    rationale: Why,
  });
export const splitTable = deed({
  command: 'splitTable',
  fact: 'tableSplit',
  who: PLANNERS,
  commandSchema: splitting,
  factSchema: splitting,
  decide(state, ask) {
    if (!openTable(state, ask.id)) return refuse('unknown_thing', { what: 'table' });
    const ids = ask.into.map((t) => t.id);
    if (new Set(ids).size < ids.length || ids.some((id) => state.tables[id]))
      return refuse('id_already_used');
    return ask.rationale === '' ? refuse('missing_reason') : ask;
  },
  apply(state, data, fact) {
    for (const born of data.into) {
      const whole = { ...begun(born.id, fact), ...freshTable(), ...born, rationale: data.rationale };
      state.tables[born.id] = { ...whole, predecessors: [data.id], cameBy: 'split' };
    }
    close(state, data.id, data.rationale, fact.at);
  },
});

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

const noMember: MemberWords = {
  table: '',
  organization: null,
  label: '',
  role: 'invitato',
  isNew: false,
  why: '',
};
const members = (state: Path) => state.members;
const sits = (state: Path, w: MemberWords) =>
  w.organization === null && w.label === ''
    ? refuse('blank_text', { field: 'label' })
    : (allStand(state.tables, [w.table], 'table') ??
      allStand(state.organizations, [w.organization], 'organization'));
export const addMember = adds({
  command: 'addMember',
  fact: 'memberAdded',
  into: members,
  words: MemberShape,
  blank: noMember,
  check: sits,
});
export const reviseMember = revises({
  command: 'reviseMember',
  fact: 'memberRevised',
  into: members,
  words: MemberShape,
  check: sits,
});
