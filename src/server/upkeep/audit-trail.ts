/** Copies into the audit trail the facts that the owner may wish to read: hiding, flags, acts on behalf of somebody. */
import type { Fact } from '@/domain/deed';
import type { Accounts } from '../identity/accounts';
import type { StreamRow } from '../streams/streams';

const AUDITED: Readonly<Record<string, string>> = {
  textFlagged: 'flagged',
  textHidden: 'hidden',
  textRestored: 'shown_again',
};

/** Who flagged is nobody's business; who hides or gives back is somebody of the office. */
export function audit(accounts: Accounts, row: StreamRow, fact: Fact): void {
  const what = AUDITED[fact.type];
  // What was done for somebody is there to be asked about: by whom, what, and in which line of the log for whom.
  if (fact.via !== undefined) accounts.note(fact.via, 'acted_for', `${row.code} ${fact.type} ${fact.seq}`);
  if (!what) return;
  const who = fact.type === 'textFlagged' ? 'somebody' : (fact.via ?? fact.by ?? '');
  accounts.note(who, what, `${row.code} ${String((fact.data as { what?: unknown }).what)} ${fact.seq}`);
}
