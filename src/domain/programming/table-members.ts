/** The members of a work table: who leads it, who takes part, who is invited for the first time. */
import { refuse } from '../refusal';
import { allStand } from './deed';
import { adds, revises } from './register';
import type { Member, Path } from './state';
import { MemberShape, type MemberWords } from './work-table-shapes';

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

const RANK: readonly Member['role'][] = ['coordina', 'partecipa', 'invitato'];
/** The order of a table's members: the leader, who takes part, who is invited; of one role, as they came. */
export const byRole = (a: Member, b: Member): number =>
  RANK.indexOf(a.role) - RANK.indexOf(b.role) || a.at - b.at;
