/** Grows when an older client could misread a message; such a client is told to reload. Alone here, so that a phone's first screen carries no schema. */
export const PROTOCOL = 1;
