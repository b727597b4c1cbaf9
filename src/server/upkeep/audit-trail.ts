/** Copies into the audit trail the facts that the owner may need to read: hiding, flags, acts on behalf of somebody. */
import type { Fact } from '@/domain/deed';
import type { Accounts } from '../identity/accounts';
import type { StreamRow } from '../streams/streams';

const AUDITED: Readonly<Record<string, string>> = {
  textFlagged: 'flagged',
  textHidden: 'hidden',
  textRestored: 'shown_again',
};

/** Nobody needs to know who flagged; people who hide or restore a text are of the office. */
export function audit(accounts: Accounts, row: StreamRow, fact: Fact): void {
  const what = AUDITED[fact.type];
  // An act on behalf of somebody must be traceable: by whom, what, and the log line that names the person.
  if (fact.via !== undefined) accounts.note(fact.via, 'acted_for', `${row.code} ${fact.type} ${fact.seq}`);
  if (!what) return;
  const who = fact.type === 'textFlagged' ? 'somebody' : (fact.via ?? fact.by ?? '');
  accounts.note(who, what, `${row.code} ${String((fact.data as { what?: unknown }).what)} ${fact.seq}`);
}
