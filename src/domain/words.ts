/** The smallest shapes that commands and facts are made of. */
import * as z from 'zod/mini';

/**
 * Ids are made on the device that asks (nanoid alphabet), so that asking twice is harmless.
 * Never a name that every object inherits: `things['constructor']` must not find anything.
 */
export const Id = z.string().check(
  z.regex(/^[A-Za-z0-9_-]{6,40}$/),
  z.refine((s) => !(s in Object.prototype)),
);

const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
/** What a text is worth once invisible characters and outer spaces are set aside. */
export const visible = (text: string): string => text.replace(UNSEEN, '').trim();

// Control characters never belong in a text, a newline and a tab may.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/**
 * A text somebody wrote, kept as it is: only control characters and outer spaces go, and it is composed to NFC.
 * Blank (also of invisible characters only) or longer than `max` characters fails with the refusal's own code.
 */
export const text = (max: number) =>
  z.pipe(
    z.string().check(z.maxLength(max * 4, 'text_too_long')),
    z.pipe(
      z.transform((s: string) => s.replace(CONTROL, '').normalize('NFC').trim()),
      z.string().check(
        z.refine((s) => visible(s).length > 0, 'blank_text'),
        z.refine((s) => [...s].length <= max, 'text_too_long'),
      ),
    ),
  );

/** A text that may be left empty. */
export const textOrEmpty = (max: number) =>
  z.pipe(
    z.string().check(z.maxLength(max * 4, 'text_too_long')),
    z.pipe(
      z.transform((s: string) => s.replace(CONTROL, '').normalize('NFC').trim()),
      z.string().check(z.refine((s) => [...s].length <= max, 'text_too_long')),
    ),
  );

/** As words are sought: "perché" is found by "perche" and by "PERCHÉ". */
export const plainly = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const TITLE_MAX = 200;
export const NOTE_MAX = 2000;
export const LINE_MAX = 500;
export const LABEL_MAX = 60;
export const REPORT_MAX = 10_000;

/** A day as ISO writes it, and an hour of that day, both on the gathering's own clock. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'bad_date'));
export const Hour = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad_time'));

export const ROLES = ['participant', 'helper', 'facilitator', 'planner', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** I9: by which way a contribution came in. `ufficio` is the desk of facilitators and planners. */
export const ORIGINS = ['telefono', 'totem', 'carta', 'segreteria', 'ufficio'] as const;
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
