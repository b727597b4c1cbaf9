/** Vocabulary shared by the whole domain, and the length limits of texts. Nothing here needs a library. */

const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
/** A text without invisible characters and outer spaces. */
export const visible = (text: string): string => text.replace(UNSEEN, '').trim();

/** Apostrophes as phones and word processors write them; the last one counts as a letter in Unicode. */
const APOSTROPHES = /[’‘ʼ]/g;
/** A text whose apostrophes are all those of a keyboard. */
export const plainApostrophes = (text: string): string => text.replace(APOSTROPHES, "'");

/** Normalised for searching: "perché" is found by "perche" and by "PERCHÉ", "l’acqua" by "l'acqua". */
export const plainly = (text: string): string =>
  plainApostrophes(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a query. */
export const soughtWords = (asked: string): string[] => plainly(asked).split(/\s+/).filter(Boolean);

/** True if a text contains every word of the query, in any position; an empty query matches everything. */
export function seeking(asked: string): (text: string) => boolean {
  const words = soughtWords(asked);
  return (text) => {
    const there = plainly(text);
    return words.every((w) => there.includes(w));
  };
}

/** Typed marks at the start of a line: of a heading, a list, a quotation. */
const LINE_MARKS = /^[ \t]*(?:#{1,6}|[-*+•>]|\d{1,3}[.)])[ \t]+/gm;

/** The start of a text in one line of at most `most` characters: without typed marks, and cut between two words. */
export function shortened(text: string, most: number): string {
  const line = text
    .replace(LINE_MARKS, '')
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const signs = [...line];
  if (signs.length <= most) return line;
  const head = signs.slice(0, most - 1).join('');
  const end = signs[most - 1] === ' ' ? head.length : head.lastIndexOf(' ');
  // One word that is longer than half of it is cut all the same.
  return `${(end > most / 2 ? head.slice(0, end) : head).replace(/[\s#*_>~`.,;:–-]+$/u, '')}…`;
}

export const TITLE_MAX = 200;
/** The name of a Wi-Fi network, and a few words on how to join it. */
export const NETWORK_MAX = 60;
/**
 * Characters. Circles have written notes of 7,000 and discussions of more than 10,000. The limit is what fits one
 * message (64 KiB): a note in any script with the text it replaces, a report in any script of up to three bytes a
 * character.
 */
export const NOTE_MAX = 8000;
export const LINE_MAX = 500;
export const LABEL_MAX = 60;
/** The most people that the hint of a space may name. */
export const CAPACITY_MAX = 5000;
/** The most days of one gathering. */
export const DAYS_MAX = 10;
/** The most earlier words that one topic may name as its inspiration. */
export const INSPIRATIONS_MAX = 20;
/** Days for which names may be kept, and for which a helper's account may last. */
export const RETENTION_DAYS_MAX = 3650;
export const ACCOUNT_DAYS_MAX = 3650;
/** The most rows of a sheet that is imported. */
export const IMPORT_ROWS_MAX = 5000;
/** Limit for lines of paper, which are read one by one afterwards: nobody reads more at a time. */
export const PAPER_LINES_MAX = 2000;
export const REPORT_MAX = 20_000;
export const PRIVACY_NOTICE_MAX = 20_000;

export const ROLES = ['participant', 'helper', 'facilitator', 'planner', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/**
 * I9: the channel of a contribution. `ufficio` is the desk of facilitators and planners; `simulata` a simulated person,
 * in a rehearsal only.
 */
export const ORIGINS = ['telefono', 'totem', 'carta', 'segreteria', 'ufficio', 'simulata'] as const;
export type Origin = (typeof ORIGINS)[number];

export const SECTORS = [
  'operatori_sociali',
  'istituzioni',
  'terzo_settore_cooperazione',
  'volontariato',
  'gruppi_innovativi',
  'altri_punti_di_vista',
] as const;
export type Sector = (typeof SECTORS)[number];

export const MUNICIPALITIES = ['Campogalliano', 'Carpi', 'Novi di Modena', 'Soliera', 'altro'] as const;

/** A = results so far, B = emerging needs, C = participatory ways (domain §3). */
export const STRANDS = ['A', 'B', 'C'] as const;
export type Strand = (typeof STRANDS)[number];
