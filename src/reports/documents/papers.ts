/** The papers that every path can be made into, by the name they are asked for; a dossier and proceedings have their own. */
export const PAPERS = [
  'percorso',
  'quadro-bisogni-proposte',
  'mappa-risorse',
  'obiettivi',
  'registro-esiti',
  'programma-attuativo',
  'schede-intervento',
] as const;
export type Paper = (typeof PAPERS)[number];
