/**
 * Organisations and people the path knows, its invitations and the point of view that each brings; and experiences
 * elsewhere.
 */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, TITLE_MAX } from '../words';
import { allStand } from './deed';
import { adds, revises } from './register';
import type { Path } from './state';

export const OrganizationShape = z.strictObject({
  name: text(TITLE_MAX),
  sector: z.nullable(Id),
  municipality: textOrEmpty(LINE_MAX),
  /** "Invitare nuovi soggetti" needs to distinguish new ones from those already at the tables. */
  alreadyInvolved: z.boolean(),
  institutionalRole: textOrEmpty(LINE_MAX),
});
export type OrganizationWords = z.infer<typeof OrganizationShape>;
const organizations = (state: Path) => state.organizations;
const inSector = (state: Path, w: OrganizationWords) => allStand(state.sectors, [w.sector], 'sector');
export const addOrganization = adds({
  command: 'addOrganization',
  fact: 'organizationAdded',
  into: organizations,
  words: OrganizationShape,
  blank: { name: '', sector: null, municipality: '', alreadyInvolved: false, institutionalRole: '' },
  check: inSector,
});
export const reviseOrganization = revises({
  command: 'reviseOrganization',
  fact: 'organizationRevised',
  into: organizations,
  words: OrganizationShape,
  check: inSector,
});

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

/** S14: others' experiments, and what we learn from them. */
const Experience = z.strictObject({
  title: text(TITLE_MAX),
  place: textOrEmpty(LINE_MAX),
  what: textOrEmpty(NOTE_MAX),
  taken: textOrEmpty(NOTE_MAX),
  href: textOrEmpty(NOTE_MAX),
  table: z.nullable(Id),
});
export type ExperienceWords = z.infer<typeof Experience>;
const experiences = (state: Path) => state.experiences;
const atTable = (state: Path, w: ExperienceWords) => allStand(state.tables, [w.table], 'table');
export const addExperience = adds({
  command: 'addExperience',
  fact: 'experienceAdded',
  into: experiences,
  words: Experience,
  blank: { title: '', place: '', what: '', taken: '', href: '', table: null },
  check: atTable,
});
export const reviseExperience = revises({
  command: 'reviseExperience',
  fact: 'experienceRevised',
  into: experiences,
  words: Experience,
  check: atTable,
});
