/** What makes a store live, in one part of the page: loaded with the deeds, when the first screen is drawn. */
export { socketWire } from './socket-wire';
export { createSync } from './sync/sync';
export { TRACING, traceStep } from './trace';
