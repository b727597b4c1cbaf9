/** The coding of the demonstration's notes: the codebook and the codes of each note, all invented. */
import type { CodeWords } from '@/domain/programming/reading-shapes';

type DemoCode = Pick<CodeWords, 'label' | 'definition' | 'family' | 'area'> & {
  id: string;
  /** `topic.line` of the notes, in the order of db/demo/notes.ts. */
  on: string;
};
const code = (
  id: string,
  label: string,
  family: string,
  area: string | null,
  on: string,
  definition: string,
): DemoCode => ({ id: `codice-${id}`, label, family, area, on, definition });

const HARDSHIP = 'Forme del disagio sociale';
const FORCES = 'Risorse di partecipazione';
const WAYS = 'Modi di lavorare';
const RESULTS = 'Risultati della programmazione';

export const CODES: readonly DemoCode[] = [
  code(
    'vergogna',
    'Vergogna nel chiedere',
    HARDSHIP,
    'oltre_i_target',
    '5.1 5.5 5.18 5.24 5.25 11.2 13.9',
    'Chi non si rivolge ai servizi perché chiedere costa più che stare senza.',
  ),
  code(
    'scivolare',
    'Impoverimento di chi non era povero',
    HARDSHIP,
    'poverta_esclusione',
    '4.1 5.2 5.3 5.7 5.9 5.11 5.13 5.15 5.22 5.28 10.1 11.3',
    'Redditi, lavoro e casa che vengono meno a chi non aveva mai chiesto aiuto.',
  ),
  code(
    'lavoro',
    'Lavoro che manca o finisce',
    HARDSHIP,
    'poverta_esclusione',
    '5.13 5.19 5.27 6.3 10.1 10.2 10.3',
    'Perderlo a cinquant’anni, non trovarlo a venti.',
  ),
  code(
    'cura',
    'Peso della cura',
    HARDSHIP,
    'responsabilita_familiari',
    '6.1 6.2 6.3 6.4 6.5 6.6 6.8 6.12 6.13 6.16 12.3',
    'Tempo, sonno e diritti di chi assiste un familiare.',
  ),
  code(
    'solitudine',
    'Solitudine',
    HARDSHIP,
    'oltre_i_target',
    '5.20 6.8 6.16 8.2 9.2 9.5 9.7',
    'Non avere chi passa, chi telefona, chi si accorge.',
  ),
  code(
    'spaesamento',
    'Spaesamento dopo il terremoto',
    HARDSHIP,
    'oltre_i_target',
    '8.1 8.2 8.4 8.6 8.9',
    'Case, vicini e luoghi persi nel 2012.',
  ),
  code(
    'prossimita',
    'Reti di prossimità',
    FORCES,
    'multiutenza_trasversale',
    '5.4 5.8 5.12 5.14 5.21 6.7 6.15 8.3 9.1 9.3 9.4 9.8 13.13 3.6',
    'Vicini, negozi, condomini, gruppi che già si accorgono e aiutano.',
  ),
  code(
    'protagonismo',
    'Protagonismo dei giovani',
    FORCES,
    'giovani',
    '7.2 7.4 7.5 7.9 7.10 7.13 7.15',
    'Ragazze e ragazzi che conducono, decidono, traducono.',
  ),
  code(
    'cittadinanza',
    'Sentirsi di qui',
    HARDSHIP,
    'immigrazione',
    '7.1 7.3 7.6 7.7 7.12',
    'Chi è nato o cresciuto qui e viene ancora trattato da arrivato.',
  ),
  code(
    'uscire',
    'Servizi che escono',
    WAYS,
    'oltre_i_target',
    '3.11 13.2 13.3 13.4 13.5 13.7 13.8 13.10 13.11 13.12 13.15 13.17 12.11',
    'Andare dove le persone sono già.',
  ),
  code(
    'orari',
    'Accesso: orari, carte, code',
    WAYS,
    null,
    '3.1 3.2 3.3 3.4 3.5 3.7 3.9 3.10',
    'Quello che rende difficile entrare in un servizio.',
  ),
  code(
    'linguaggio',
    'Parole che allontanano',
    WAYS,
    null,
    '3.8 5.11 5.26 7.3 11.1 11.2 11.4 12.8 13.1 14.16',
    'Nomi e linguaggi che dividono chi sta dentro da chi sta fuori.',
  ),
  code(
    'inviti',
    'Chi manca e come si invita',
    WAYS,
    'oltre_i_target',
    '11.6 11.7 11.11 11.14 12.1 12.2 12.3 12.5 12.6 12.9 12.12 14.8',
    'Chi non viene mai ai tavoli, e che cosa lo farebbe venire.',
  ),
  code(
    'risposta',
    'Risposte a chi partecipa',
    WAYS,
    null,
    '12.10 14.1 14.2 14.3 14.5 14.6 14.7 14.9 14.11 14.12 14.14',
    'Restituzione, tempi, registro degli esiti: il Patto.',
  ),
  code(
    'doppioni',
    'Progetti che si somigliano',
    RESULTS,
    null,
    '2.1 2.2 2.3 2.4 2.5 2.8 2.9 2.11',
    'Interventi vicini tra loro, da unire, ripensare o lasciare.',
  ),
  code(
    'misura',
    'Sapere che cosa è cambiato',
    RESULTS,
    null,
    '1.1 1.3 1.4 1.7 1.8 1.10 1.13 11.8',
    'Conti, racconti e domande per capire se un progetto ha servito.',
  ),
  code(
    'inutili',
    'Cose che non servono più',
    RESULTS,
    null,
    '1.5 1.12 1.14 2.6',
    'Quello che si continua a fare senza che nessuno lo chieda.',
  ),
];

/** Created while reading, and merged once it was clear that it meant the same. */
export const MERGED = {
  id: 'codice-vicinato',
  label: 'Vicinato',
  into: 'codice-prossimita',
  on: '9.1 9.8',
};
/** The quotations kept for each code's page. */
export const STARRED = '5.1 5.2 5.4 6.1 6.8 7.1 7.4 8.1 9.1 9.3 13.1 13.3 12.5 14.2 14.7 2.1 1.1 3.2 11.2';
/** Words that contradict what others said (S10). */
export const CONTRARY = '2.3 2.9 5.5 9.5 13.1 13.9 14.12 11.4';
/** Some words rather than the whole note. */
export const PARTS: Record<string, string> = {
  '5.1': 'non viene allo sportello: si vergogna',
  '9.1': 'Il condominio ha fatto da rete',
  '13.1': 'non parliamo la stessa lingua',
  '14.7': 'schede mai tornate',
};
/** The second reader's codes, on sources both have read, so that agreement can be measured. */
export const SECOND: Record<string, string> = {
  '5.1': 'codice-vergogna',
  '5.2': 'codice-scivolare',
  '5.3': 'codice-scivolare',
  '5.4': 'codice-prossimita',
  '5.5': 'codice-linguaggio',
  '5.8': 'codice-prossimita',
  '9.1': 'codice-prossimita',
  '9.2': 'codice-solitudine',
  '9.3': 'codice-prossimita',
  '9.5': 'codice-vergogna',
};
/** Read and without a code; and to be looked at again. Notes named nowhere are still to be read. */
export const READ =
  '1.2 1.6 1.9 1.11 2.7 2.10 2.12 3.6 4.2 5.6 5.10 5.16 5.23 6.10 6.14 7.8 7.11 7.16 8.5 8.7';
export const AGAIN = '9.9 11.13 13.6 13.16 14.13';
