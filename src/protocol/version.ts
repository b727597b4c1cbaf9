/** Grows when an older client could misread a message; such a client is told to reload. Here, so that a phone's first screen carries no schema. */
export const PROTOCOL = 3;

/** So many of one's answered commands are asked after at once. */
export const ANSWERED_MAX = 300;
