/**
 * Raised when an older client could misread a message; such a client is asked to reload. It has its own file so that a
 * phone's first screen loads no schema.
 */
export const PROTOCOL = 3;

/** Maximum number of one's answered commands that one hello asks about. */
export const ANSWERED_MAX = 300;
