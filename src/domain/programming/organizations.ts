/** Organisations the path knows, each with its sector. */
import * as z from 'zod/mini';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, TITLE_MAX } from '../words';
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
