/** What happens in the log and the owner may wish to read in the trail: hidings, flags, erasures, seals. */
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
  if (!what) return;
  const who = fact.type === 'textFlagged' ? 'somebody' : (fact.via ?? fact.by ?? '');
  accounts.note(who, what, `${row.code} ${String((fact.data as { what?: unknown }).what)} ${fact.seq}`);
}
