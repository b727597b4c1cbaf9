/** The address of a compressed state, by its key. */
const ROUTE = '/api/snapshots/';

export const snapshotAddress = (key: string): string => ROUTE + key;
export const snapshotKey = (address: string): string => address.slice(ROUTE.length);
