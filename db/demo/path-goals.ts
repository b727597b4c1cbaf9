/** The five goals for 2015, their intervention sheets, the year's programme and the pact: all invented. */
import type { GoalWords } from '@/domain/programming/goals';
import type { MeasureWords } from '@/domain/programming/measures';

type DemoGoal = Partial<GoalWords> & {
  id: string;
  code: string;
  statement: string;
  table: string;
  words: string;
};
export const GOALS: readonly DemoGoal[] = [
  {
    id: 'obiettivo-1',
    code: 'O1',
    statement:
      'Entro il 2015 un tavolo rinominato dopo una ridefinizione partecipata e convocato con almeno quattro nuovi soggetti',
    objective: 1,
    table: 'tavolo-poverta',
    needs: ['bisogno-scivolare'],
    proposals: ['proposta-nuovo-nome', 'proposta-segnalare'],
    projects: ['progetto-p02'],
    who: 'Ufficio di Piano, con chi ha proposto il tema T11',
    where: 'Unione delle Terre d’Argine',
    when: 'entro il 2015',
    due: '2015-12-31',
    indicator: 'Nuovi soggetti presenti alla prima seduta del tavolo rinominato',
    baseline: '0',
    target: 'almeno 4',
    done: 'Il verbale della prima seduta elenca almeno quattro soggetti che prima non c’erano.',
    words: 'n11.5 n5.1 +v11',
  },
  {
    id: 'obiettivo-2',
    code: 'O2',
    statement: 'Una rete dei caregiver con un referente per ogni comune',
    objective: 2,
    table: 'tavolo-anziani',
    needs: ['bisogno-tempo-cura', 'bisogno-soli-frazioni'],
    proposals: ['proposta-referente-cura', 'proposta-antenne'],
    projects: ['progetto-p09'],
    who: 'Gruppo Care giver e Servizio sociale territoriale',
    where: 'Campogalliano, Carpi, Novi di Modena, Soliera',
    when: 'entro ottobre 2015',
    due: '2015-10-31',
    indicator: 'Comuni con un referente che ha nome e orario',
    baseline: '0 comuni su 4',
    target: '4 comuni su 4',
    done: 'I quattro nomi sono nel foglio della rete, appeso in ogni comune.',
    words: 'n6.17 n6.1 +c6.3',
  },
  {
    id: 'obiettivo-3',
    code: 'O3',
    statement: 'Liberare almeno 30.000 € di risorse fluttuanti da progetti rivisti',
    objective: 3,
    table: 'tavolo-cabina',
    needs: ['bisogno-guardare-insieme'],
    proposals: ['proposta-un-doposcuola', 'proposta-fondo-veloce'],
    projects: ['progetto-p03', 'progetto-p04', 'progetto-p05', 'progetto-p06'],
    who: 'Cabina del Patto con chi conduce i progetti',
    where: 'Unione delle Terre d’Argine',
    when: 'entro settembre 2015',
    due: '2015-09-30',
    indicator: 'Euro fluttuanti riassegnati nella mappa delle risorse',
    baseline: '€ 0 su € 139.400 liberabili',
    target: 'almeno € 30.000',
    done: 'La mappa delle risorse dice da quale progetto vengono e a che cosa vanno.',
    words: 'n2.1 n2.4 -n2.7',
  },
  {
    id: 'obiettivo-4',
    code: 'O4',
    statement: 'Otto uscite di servizio itinerante',
    objective: 4,
    table: 'tavolo-servizi',
    needs: ['bisogno-lingua-comune'],
    proposals: ['proposta-otto-uscite'],
    projects: ['progetto-p01'],
    who: 'Sportello sociale con le biblioteche e i mediatori',
    where: 'Due luoghi per comune, scelti con chi li frequenta',
    when: 'da marzo a ottobre 2015',
    due: '2015-10-31',
    indicator: 'Uscite fatte, con quante persone incontrate',
    baseline: '',
    noBaseline: 'Prima non si usciva: non c’è un dato da cui partire',
    target: '8 uscite',
    done: 'Otto schede di uscita, con luogo, ore e persone incontrate.',
    words: 'n13.11 n13.1 +v13 +n13.3',
  },
  {
    id: 'obiettivo-5',
    code: 'O5',
    statement: 'Patto approvato e registro degli esiti pubblicato',
    objective: 2,
    table: 'tavolo-cabina',
    needs: ['bisogno-risposta'],
    proposals: ['proposta-registro', 'proposta-luoghi-diversi'],
    who: 'Cabina del Patto, Giunta dell’Unione',
    where: 'Unione delle Terre d’Argine',
    when: 'entro giugno 2015',
    due: '2015-06-30',
    indicator: 'Delibera di approvazione; aggiornamenti del registro nell’anno',
    baseline: '0 aggiornamenti',
    target: '1 delibera e 4 aggiornamenti',
    done: 'Il registro pubblico risponde a tutte le proposte e porta la data dell’ultimo aggiornamento.',
    words: 'n14.6 n14.2 +i14.1',
  },
];

/** The indicators with their dates, where they are numbers: goal, kind, day, value, source. */
export const MEASURES: readonly [string, MeasureWords['kind'], string, number, string][] = [
  ['obiettivo-1', 'partenza', '2014-06-10', 0, 'Verbali del tavolo prima del nuovo nome'],
  ['obiettivo-1', 'misura', '2014-10-14', 2, 'Verbale della prima seduta'],
  ['obiettivo-1', 'arrivo', '2015-12-31', 4, ''],
  ['obiettivo-2', 'partenza', '2014-09-15', 0, 'Nessun comune ha un referente con nome e orario'],
  ['obiettivo-2', 'misura', '2014-12-01', 1, 'Soliera, dal gruppo Care giver'],
  ['obiettivo-2', 'arrivo', '2015-10-31', 4, ''],
  ['obiettivo-3', 'partenza', '2014-07-01', 0, 'Mappa delle risorse'],
  ['obiettivo-3', 'arrivo', '2015-09-30', 30_000, 'Euro fluttuanti riassegnati'],
];

/** Under the headings of the form; those not named here stay empty, to be filled in by hand. */
export const SHEETS: Record<string, Record<string, string>> = {
  'obiettivo-1': {
    'Soggetto capofila': 'Unione delle Terre d’Argine, Servizio sociale territoriale',
    'In continuità o nuovo': 'Nuovo, in continuità con il Tavolo nuove povertà',
    Destinatari: 'Famiglie che scivolano senza rivolgersi ai servizi',
    'Azioni previste':
      'Prima seduta con i nuovi soggetti; accordo per accorgersi presto; rilettura dei contributi.',
  },
  'obiettivo-2': {
    'Soggetto capofila': 'Unione delle Terre d’Argine con il gruppo Care giver',
    'In continuità o nuovo': 'In continuità con il Laboratorio per caregiver (P09)',
    Destinatari: 'Chi cura un familiare; chi è solo',
    'Azioni previste': 'Un referente per comune; gruppo di sostituzione; antenne in tre frazioni.',
  },
  'obiettivo-3': {
    'Soggetto capofila': 'Ufficio di Piano',
    'In continuità o nuovo': 'Nuovo',
    Destinatari: 'I progetti del piano e chi ne usa i servizi',
    'Azioni previste': 'Lettura comune dei progetti che si somigliano; iscrizione unica ai doposcuola.',
  },
  'obiettivo-4': {
    'Soggetto capofila': 'Unione delle Terre d’Argine, Sportello sociale',
    'In continuità o nuovo': 'Nuovo',
    Destinatari: 'Chi non viene in ufficio',
    'Azioni previste': 'Otto uscite tra marzo e ottobre; calendario appeso nei luoghi scelti.',
  },
  'obiettivo-5': {
    'Soggetto capofila': 'Ufficio di Piano',
    'In continuità o nuovo': 'Nuovo',
    Destinatari: 'Chi ha partecipato, e chi parteciperà',
    'Azioni previste': 'Bozza del Patto in due pagine; registro pubblico ogni tre mesi.',
  },
};

export const PACT =
  'Chi invita scrive perché invita, e quale punto di vista manca.\nChi decide dice prima che cosa non è in discussione.\nOgni proposta riceve un sì, un no o un quando, con il perché.\nSi rilegge il Patto ogni gennaio.';
