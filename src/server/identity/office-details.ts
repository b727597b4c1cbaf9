/** Particulars of the office, one row of the settings: who answers for people's data, and where the public body's own pages are. */
import * as z from 'zod';
import { DETAILS, type Detail, missingDetails, type OfficeDetails } from '@/protocol/office-details';
import type { Store } from '../database/store';
import type { StreamRow } from '../streams/streams';

const KEY = 'office_details';

/** The same field by field, with one schema for all. */
export const eachDetail = <T>(of: (field: Detail) => T): Record<Detail, T> =>
  Object.fromEntries(DETAILS.map((field) => [field, of(field)])) as Record<Detail, T>;

const StoredDetails = z.object({
  ...eachDetail(() => z.string().default('')),
  indexed: z.boolean().default(false),
  rev: z.number().int().default(0),
});
/** `rev` counts the changes. */
export type KeptDetails = OfficeDetails & { rev: number };

export function officeDetails(store: Store): KeptDetails {
  const kept = store.settings.get(KEY);
  return StoredDetails.parse(kept === null ? {} : JSON.parse(kept));
}

export function setOfficeDetails(store: Store, details: OfficeDetails): number {
  const rev = officeDetails(store).rev + 1;
  store.settings.set(KEY, JSON.stringify(StoredDetails.parse({ ...details, rev })));
  return rev;
}

/** The fields without which nobody may come in here: none for a rehearsal, nor for the demonstration's invented people. */
export const missingFor = (store: Store, row: StreamRow) =>
  row.rehearsal || row.demo ? [] : missingDetails(officeDetails(store));
