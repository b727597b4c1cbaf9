/** The sync machine, its trace and the socket in one bundle, loaded with the domain code after the first screen. */
export { pacedWire } from '../connection/frame-pace';
export { socketWire } from '../connection/socket-wire';
export { predict } from '../sync/prediction';
export { createSync } from '../sync/sync';
export { TRACING, traceStep } from '../sync/sync-trace';
