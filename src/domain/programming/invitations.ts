/** Invitations of organisations and people, with the point of view that each of them brings. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id, textOrEmpty } from '../shapes';
import { LINE_MAX } from '../words';
import { allStand } from './deed';
import { adds, revises } from './register';
import type { Path } from './state';

export const InvitationShape = z.strictObject({
  meeting: z.nullable(Id),
  table: z.nullable(Id),
  organization: z.nullable(Id),
  /** A description, when it is no organisation: "amministratori di condominio". */
  profile: textOrEmpty(LINE_MAX),
  /** S38: the other point of view that this one brings. */
  reason: textOrEmpty(LINE_MAX),
  status: z.enum(['da_invitare', 'invitato', 'accettato', 'declinato', 'presente']),
  newVoice: z.boolean(),
});
export type InvitationWords = z.infer<typeof InvitationShape>;
const noInvitation: InvitationWords = {
  meeting: null,
  table: null,
  organization: null,
  profile: '',
  reason: '',
  status: 'da_invitare',
  newVoice: false,
};
const invitations = (state: Path) => state.invitations;
function invited(state: Path, w: InvitationWords) {
  if (w.organization === null && w.profile === '') return refuse('blank_text', { field: 'profile' });
  if (w.reason === '') return refuse('missing_reason', { field: 'reason' });
  return (
    allStand(state.organizations, [w.organization], 'organization') ??
    allStand(state.meetings, [w.meeting], 'meeting') ??
    allStand(state.tables, [w.table], 'table')
  );
}
export const addInvitation = adds({
  command: 'addInvitation',
  fact: 'invitationAdded',
  into: invitations,
  words: InvitationShape,
  blank: noInvitation,
  check: invited,
});
export const reviseInvitation = revises({
  command: 'reviseInvitation',
  fact: 'invitationRevised',
  into: invitations,
  words: InvitationShape,
  check: invited,
});
