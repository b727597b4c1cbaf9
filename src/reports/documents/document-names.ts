/** The documents of every path, by their names in the address; dossiers and proceedings have their own. */
export const PATH_DOCUMENTS = [
  'percorso',
  'proposta-partecipata',
  'relazione-finale',
  'quadro-bisogni-proposte',
  'mappa-risorse',
  'obiettivi',
  'registro-esiti',
  'programma-attuativo',
  'schede-intervento',
] as const;
export type PathDocument = (typeof PATH_DOCUMENTS)[number];
