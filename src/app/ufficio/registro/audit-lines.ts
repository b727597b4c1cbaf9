/** The lines of the audit trail in words, and the kinds to filter them by. */
import type { Say } from '@/i18n/say';

/** Events that belong together when somebody asks who did it. */
export const AUDIT_KINDS = {
  entered: [
    'signed_in',
    'sign_in_refused',
    'passphrase_changed',
    'totem_started',
    'entries_closed',
    'token_made',
  ],
  roles: ['account_created', 'invited', 'reset_link', 'role_changed', 'account_revoked', 'completion_link'],
  hid: ['flagged', 'hidden', 'shown_again'],
  behalf: ['acted_for'],
  exported: ['exported'],
  erased: [
    'erased',
    'text_cleared',
    'identifiers_removed',
    'particulars_removed',
    'authors_forgotten',
    'authors_lost',
  ],
  opened: [
    'gathering_opened',
    'path_opened',
    'record_frozen',
    'notice_changed',
    'details_changed',
    'retention_changed',
    'date_confirmed',
  ],
} as const;
export type AuditKind = keyof typeof AUDIT_KINDS;
export const isKind = (x: string | undefined): x is AuditKind =>
  x !== undefined && Object.hasOwn(AUDIT_KINDS, x);

export type AuditLine = { id: number; at: number; who: string; what: string; about: string };

/** An account's name; the program, a participant or a person who flagged have none. */
export function whoSaid(say: Say, names: Record<string, string>, line: AuditLine): string {
  const name = names[line.who];
  if (name) return name;
  return say.has(`trail.who.${line.who}`) ? say.dynamic(`trail.who.${line.who}`) : line.who;
}

/** Facts that somebody may have done for another, by the thing that they are about. */
const FACT_ABOUT: [thing: string, facts: RegExp][] = [
  ['person', /^seat/],
  ['cell', /^(topicPlaced|sessionMoved|sessionCancelled|swap)/],
  ['topic', /^(topic|convening|coConvener|convener|merge)/],
  ['circle', /^(session|notesTakenUp)/],
  ['note', /^note/],
  ['item', /^item/],
  ['report', /^(report|outcome|photo)/],
  ['idea', /^idea/],
  ['action', /^action/],
  ['cluster', /^cluster/],
  ['turn', /^(queue|turn)/],
  ['votes', /^paperVotes/],
  ['help', /^help/],
  ['text', /^text/],
];
/** The thing that a fact is about; null for one that no helper does for anybody. */
export const thingOf = (fact: string): string | null =>
  FACT_ABOUT.find(([, facts]) => facts.test(fact))?.[0] ?? null;

/** Ids of accounts become names; roles, and what a fact is about, become words; codes and numbers stay. */
export const aboutSaid = (say: Say, names: Record<string, string>, about: string): string =>
  about
    .split(' ')
    .map((part) => {
      if (names[part]) return names[part];
      if (say.has(`office.role.${part}`)) return say.dynamic(`office.role.${part}`);
      const thing = /^[a-z]+[A-Z]/.test(part) ? thingOf(part) : part;
      return say.has(`trail.thing.${thing}`) ? say.dynamic(`trail.thing.${thing}`) : part;
    })
    .join(' · ');
