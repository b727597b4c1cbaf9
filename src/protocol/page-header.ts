/** Headers between the server and its own pages. The server removes them from every request of others. */

/** Names the path that was asked for: Next does not tell a layout. */
export const PAGE_PATH = 'x-cerchi-page';

/** Says that a page is drawn once for every seat of its gathering; the value is a `SharedPage` in JSON (decision 50). */
export const SHARED_PAGE = 'x-cerchi-shared-page';

/**
 * `circle`: the id of the running circle that its readers are in, or null. `complete`: whether the page carries the
 * whole public state.
 */
export type SharedPage = { circle: string | null; complete: boolean };

/** A longer state, in characters of JSON, travels apart from the page; the page gets a short version. */
export const INLINE_MAX = 60_000;

/**
 * Stands in a shared page where each answer gets its reader's own part. Quotes keep it unique: everywhere else in a page
 * they are escaped.
 */
export const OWN_SLOT = '"@own"';
/** The id of the element that holds the reader's own part. */
export const OWN_ELEMENT = 'own';

/** The reader that shared pages are drawn for: a seat that nobody has. */
export const ANY_SEAT = '-';
