/** The parts of a path's page, in the order of the work: from what was said to what is given back. */
export const PLACES = [
  'quadro',
  'incontri',
  'raccolta',
  'codici',
  'analisi',
  'bisogni',
  'tavoli',
  'risorse',
  'obiettivi',
  'restituzione',
  'documenti',
] as const;
export type Place = (typeof PLACES)[number];

/** The part an address names; the first when it names none. */
export const placeOf = (where: readonly string[] | undefined): Place =>
  PLACES.find((p) => p === where?.[0]) ?? 'quadro';

/** What every part is given: the path's code, and what follows its name in the address. */
export type ScreenProps = { code: string; rest: readonly string[] };
