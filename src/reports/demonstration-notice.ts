/** The notice that something is invented, in data files; a document says it in its own language. */
import type { Say } from '@/i18n/say';

/** The notice in every data file of something invented (domain §5): always in Italian, as the keys of a file are in English. */
export const DEMO_NOTICE = 'DATI DIMOSTRATIVI — evento inventato';
/** The same for a rehearsal. */
export const REHEARSAL_NOTICE = 'PROVA — dati non reali';

/** The notice of a data file in the language of a document. */
export function noticeIn(say: Say, notice: string | null): string | null {
  if (notice === DEMO_NOTICE) return say('demo.ribbon');
  return notice === REHEARSAL_NOTICE ? say('rehearsal.ribbon') : notice;
}
