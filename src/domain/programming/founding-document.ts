/** The path as its founding document lists it: phases without invented dates, the four objectives, the sectors. */
import { MUNICIPALITIES } from '../words';
import { INVITATIONS, MEETINGS } from './founding-meetings';

const area = (id: string, label: string, traditional = true) => ({ id, label, traditional });
/** Attested targets of the zone plans, editable; the last two are beyond the traditional ones (domain §2.2). */
export const AREAS = [
  area('responsabilita_familiari', 'Responsabilità familiari'),
  area('infanzia_adolescenza', 'Infanzia e adolescenza'),
  area('giovani', 'Giovani'),
  area('anziani', 'Anziani'),
  area('disabili', 'Disabili'),
  area('poverta_esclusione', 'Povertà ed esclusione sociale'),
  area('immigrazione', 'Immigrazione'),
  area('dipendenze', 'Dipendenze'),
  area('salute_mentale', 'Salute mentale'),
  area('salute_prevenzione', 'Salute e prevenzione'),
  area('multiutenza_trasversale', 'Multiutenza, trasversale', false),
  area('oltre_i_target', 'Oltre i target tradizionali', false),
];

/** The form's headings as used between 2009 and 2018; the region's own may differ, so an office can change them. */
export const HEADINGS = [
  'Denominazione',
  'Area o obiettivo di riferimento',
  'Soggetto capofila',
  'Referente',
  'Ambito territoriale',
  'In continuità o nuovo',
  'Destinatari',
  'Motivazione',
  'Azioni previste',
  'Interventi e politiche integrate collegate',
  'Istituzioni e attori sociali coinvolti',
  'Risorse umane',
  'Risultati attesi e indicatori',
  'Piano finanziario',
];

const phase = (id: string, order: number, label: string, dateText: string) => ({
  id,
  order,
  label,
  dateText,
  dateStatus: dateText === 'da definire' ? ('da_definire' as const) : ('previsto' as const),
  from: null,
  to: null,
});
const PHASES = [
  phase('fase-gennaio', 1, 'Presentazione del percorso, ascolto e raccolta di idee', 'gennaio 2014'),
  {
    ...phase('fase-febbraio', 2, 'Nuovi bisogni e forme di partecipazione', 'sabato 8 febbraio 2014'),
    from: '2014-02-08',
    to: '2014-02-08',
  },
  phase('fase-marzo-aprile', 3, 'Tre incontri di formazione, da definire', 'marzo – aprile 2014'),
  phase('fase-maggio', 4, 'Open Space Technology', 'maggio 2014'),
  phase('fase-lancio', 5, 'Lancio della nuova programmazione 2015', 'Da maggio 2014'),
];

const sector = (id: string, order: number, label: string, parent: string | null = null) => ({
  id,
  order,
  label,
  parent,
});
const SECTORS = [
  sector('operatori_sociali', 1, 'Operatori sociali'),
  sector('istituzioni', 2, 'Istituzioni'),
  sector('terzo_settore_cooperazione', 3, 'Terzo settore-cooperazione'),
  sector('volontariato', 4, 'Volontariato'),
  sector('gruppi_innovativi', 5, 'Gruppi innovativi'),
  sector('transition_town', 6, 'Transition town', 'gruppi_innovativi'),
  sector('care_giver', 7, 'Care giver', 'gruppi_innovativi'),
  sector(
    'giovani_migranti',
    8,
    'Giovani migranti nelle scuole e nei centri di aggregazione giovanile',
    'gruppi_innovativi',
  ),
  sector('altri_punti_di_vista', 9, 'Altri punti di vista'),
];

/** The introduction, word for word. */
const INTRODUCTION = [
  "L'obiettivo di fondo del Community Lab è quello di estrapolare dallo studio di casi (esperienze in atto a livello regionale) indicazioni operative su come si potrà realizzare la programmazione locale dei Piani di zona per la salute e il benessere sociale in senso partecipativo, considerando i diversi livelli in cui si articola il processo decisionale.",
  'I destinatari (in tutto 65) dei Community Lab sono tutti coloro che in Emilia-Romagna hanno il compito istituzionale di pensare e attuare la programmazione del locale: i Direttori di Distretto, i Direttori delle attività socio sanitarie, i Responsabili degli Uffici di supporto alla Conferenza sociale e sanitaria territoriale e i Responsabili degli Uffici di Piano.',
  'Il Community Lab è un modello di elaborazione partecipata metodologicamente fondata sulla convinzione che lo studio di contesti micro offra le chiavi di lettura per comprendere il livello macro: le relazioni interindividuali generano risorse per la comunità, i conflitti concreti svelano distanze nuove. Queste concrete dinamiche locali possono mostrare diverse forme del disagio sociale, ma anche indicare le risorse disponibili in termini di partecipazione al fine di sostenere la pratica di nuove forme di welfare .',
  "Il progetto proposto dal nostro Ufficio di Piano all'inizio intendeva concentrarsi sulla ricomposizione di un tavolo istituzionale inerente le nuove povertà (rinominandolo a seconda di una ridefinizione partecipata dell'oggetto del lavoro e invitando nuovi soggetti).",
  "Successivamente, grazie al confronto con altre esperienze - in particolare Romagna 2020 - abbiamo riflettuto sull'utilità di condividere i principi guida del Community Lab con tutti i soggetti coinvolti nei piani di zona (istituzioni, cooperazione, volontariato, pezzi di rappresentanza della società civile) al fine di preparare il terreno e poter arrivare alla programmazione del 2015 con nuove conoscenze e proposte operative.",
];

/** The data of `openPath`, without the path's own id and code. */
export const founding = {
  title: 'Nuovo Patto per la progettazione partecipata',
  year: 2014,
  programmingYear: 2015,
  promoter: 'Nuovo Ufficio di Piano',
  body: 'Unione delle Terre d’Argine',
  method: 'Sperimentazione Community Lab',
  intro: INTRODUCTION.join('\n\n'),
  pact: '',
  municipalities: MUNICIPALITIES.filter((m) => m !== 'altro') as string[],
  objectives: [
    'Favorire la diffusione di pratiche elaborative delle politiche sociali che vadano oltre i target tradizionali',
    'Realizzare un welfare partecipato attraverso nuove forme di attivazione di gruppi e reti sociali',
    "Ottimizzare l'impiego delle risorse umane ed economiche mappando i progetti rivisitabili e di scarsa utilità (risorse fluttuanti e risorse intoccabili)",
    'Favorire una trasformazione dei servizi che sappiano maggiormente andare verso i cittadini',
  ],
  areas: AREAS,
  headings: HEADINGS,
  phases: PHASES,
  sectors: SECTORS,
  meetings: MEETINGS,
  invitations: INVITATIONS,
};
