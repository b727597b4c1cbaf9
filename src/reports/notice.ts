/** What every export of something invented must say (domain §5). */
export const DEMO_NOTICE = 'DATI DIMOSTRATIVI — evento inventato';
