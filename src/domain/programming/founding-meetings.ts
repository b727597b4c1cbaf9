/** The meetings that the founding document lists, with its dates where it has any, and May's invitation. */
import type { InvitationWords } from './invitations';
import type { MeetingWords } from './meetings';

type Listed = MeetingWords & { id: string };
const meeting = (
  words: Pick<Listed, 'id' | 'phase' | 'kind' | 'title' | 'dateText'> & Partial<Listed>,
): Listed => ({
  date: null,
  dateStatus: 'previsto',
  sectors: [],
  venue: '',
  venueKind: 'altro',
  speakers: [],
  agenda: [],
  minutes: '',
  materials: [],
  gathering: null,
  attendance: null,
  ...words,
});

/** One for each sector; innovative groups are met one by one. */
const listening = (sector: string, label: string, venue = ''): Listed =>
  meeting({
    id: `gennaio-${sector.replaceAll('_', '-')}`,
    phase: 'fase-gennaio',
    kind: 'presentazione_ascolto',
    title: `Incontro di presentazione e ascolto: ${label}`,
    dateText: 'gennaio 2014',
    sectors: [sector],
    venue,
    agenda: ['presentazione del percorso', 'ascolto', 'raccolta di idee'],
  });

const training = (n: number): Listed =>
  meeting({
    id: `marzo-aprile-formazione-${n}`,
    phase: 'fase-marzo-aprile',
    kind: 'formazione',
    title: `Incontro di formazione ${n}, da definire`,
    dateText: 'marzo – aprile 2014',
    dateStatus: 'da_definire',
  });

const OPEN_SPACE = 'maggio-open-space';

export const MEETINGS: readonly Listed[] = [
  listening('operatori_sociali', 'operatori sociali'),
  listening('istituzioni', 'istituzioni'),
  listening('terzo_settore_cooperazione', 'terzo settore-cooperazione'),
  listening('volontariato', 'volontariato'),
  listening('transition_town', 'Transition town'),
  listening('care_giver', 'Care giver'),
  listening('giovani_migranti', 'Giovani migranti', 'scuole e centri di aggregazione giovanile'),
  meeting({
    id: 'febbraio-nuovi-bisogni',
    phase: 'fase-febbraio',
    kind: 'tematico',
    title: 'Incontro sui nuovi bisogni e forme di partecipazione',
    date: '2014-02-08',
    dateText: 'sabato 8 febbraio 2014',
    speakers: [
      'Prof. Vincenza Pellegrino, formatrice del Community Lab, esperta in Metodi di partecipazione sociale',
    ],
    agenda: ['nuovi bisogni', 'forme di partecipazione'],
  }),
  ...[1, 2, 3].map(training),
  meeting({
    id: OPEN_SPACE,
    phase: 'fase-maggio',
    kind: 'ost',
    title: 'Open Space Technology (OST)',
    dateText: 'maggio 2014',
    agenda: [
      'analisi di risultati inerenti la programmazione fatta sino ad ora',
      'nuovi bisogni emergenti',
      'nuove modalità di programmazione partecipata',
    ],
  }),
  meeting({
    id: 'maggio-lancio',
    phase: 'fase-lancio',
    kind: 'avvio',
    title: 'Lancio nuova programmazione per 2015',
    dateText: 'Da maggio 2014',
    agenda: [
      'rielaborazione dei tavoli di lavoro e degli oggetti di lavoro',
      'raccolta, lettura e analisi dei dati',
      'nuovi obiettivi',
    ],
  }),
];

export const INVITATIONS: readonly (InvitationWords & { id: string })[] = [
  {
    id: 'invito-esteso-maggio',
    meeting: OPEN_SPACE,
    table: null,
    organization: null,
    profile: 'invito esteso a figure che portano dibattito e punti di vista altri',
    reason:
      'punti di vista altri su analisi di risultati inerenti la programmazione fatta sino ad ora, nuovi bisogni emergenti, nuove modalità di programmazione partecipata',
    status: 'da_invitare',
    newVoice: true,
  },
];
