/** The parts of a path's page, in the order of the work: from people's words to the public outcomes. */
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
export const placeInAddress = (where: readonly string[] | undefined): Place =>
  PLACES.find((p) => p === where?.[0]) ?? 'quadro';

/** Common props of every part: the path's code, and the rest of the address. */
export type ScreenProps = { code: string; rest: readonly string[] };
