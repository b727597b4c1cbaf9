/** The particulars every test's office has, so that people may come in. */
import Database from 'better-sqlite3';
import type { OfficeDetails } from '@/protocol/office-details';
import type { Store } from '@/server/database/store';
import { setOfficeDetails } from '@/server/identity/office-details';

export const DETAILS: OfficeDetails = {
  controller: 'Unione di prova',
  address: 'via dei Tigli 1, Terre di prova',
  contact: 'protocollo@unione.test',
  dpo: 'rpd@unione.test',
  recipients: 'nessuno',
  basis: '',
  declaration: '',
  feedback: '',
  ombudsman: '',
  ipa: '',
  indexed: false,
};

export const fillDetails = (store: Store): void => void setOfficeDetails(store, DETAILS);

/** The same in the folder of a server that runs in a process of its own. */
export function fillDetailsIn(database: string): void {
  const client = new Database(database, { timeout: 5000 });
  client
    .prepare("INSERT OR IGNORE INTO settings (key, value) VALUES ('office_details', ?)")
    .run(JSON.stringify({ ...DETAILS, rev: 1 }));
  client.close();
}
