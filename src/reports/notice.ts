/** The notice in every export of something invented (domain §5). */
export const DEMO_NOTICE = 'DATI DIMOSTRATIVI — evento inventato';
