/** What a gathering's screens do without until they are drawn: the deeds, with their shapes, and the socket. */
export { gathering } from '@/domain/gathering/catalogue';
export { socketWire } from './socket-wire';
