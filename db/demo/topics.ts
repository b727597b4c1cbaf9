/**
 * The fourteen topics of the demonstration, with their sessions and the numbers of interested people, participants and
 * notes.
 */
import type { Strand } from '@/domain/words';

export type DemoTopic = {
  n: number;
  title: string;
  line: string;
  strand: Strand;
  convener: string;
  proposedAt: string;
  /** Slot (1–3) and space of each part. */
  where: [slot: 1 | 2 | 3, space: string][];
  interests: number;
  present: number[];
  notes: number;
};

const t = (
  n: number,
  strand: Strand,
  title: string,
  convener: string,
  where: DemoTopic['where'],
  interests: number,
  present: number[],
  notes: number,
  line = '',
  proposedAt?: string,
): DemoTopic => ({
  n,
  strand,
  title,
  convener,
  where,
  interests,
  present,
  notes,
  line,
  proposedAt: proposedAt ?? `09:${String(45 + n).padStart(2, '0')}`,
});

export const TOPICS: readonly DemoTopic[] = [
  t(
    1,
    'A',
    'Che cosa hanno prodotto davvero i progetti del piano? Guardiamo i risultati insieme',
    'Responsabile di servizio',
    [[1, 'Tiglio']],
    14,
    [9],
    14,
    'Porto i dati degli ultimi tre anni, ma non bastano.',
  ),
  t(
    2,
    'A',
    'Progetti che si somigliano: quali unire, quali ripensare, quali lasciare',
    'Coordinatrice di cooperativa',
    [[2, 'Tiglio']],
    15,
    [11],
    12,
  ),
  t(
    3,
    'A',
    'Lo sportello sociale: porta d’ingresso o labirinto?',
    'Assistente sociale area adulti',
    [[1, 'Olmo']],
    12,
    [8],
    11,
  ),
  t(4, 'A', 'I contributi economici aiutano a ripartire?', 'Volontaria di centro di ascolto', [], 9, [], 2),
  t(
    5,
    'B',
    'Il ceto medio che scivola: come ci accorgiamo dei nuovi impoverimenti?',
    'Volontario di emporio solidale',
    [
      [1, 'Gelso'],
      [3, 'Tiglio'],
    ],
    27,
    [15, 12],
    28,
    'Famiglie che due anni fa donavano, oggi fanno la spesa da noi.',
  ),
  t(
    6,
    'B',
    'Chi cura chi cura? Tempo, sollievo e diritti dei caregiver',
    'Familiare caregiver',
    [[1, 'Quercia']],
    21,
    [12],
    17,
  ),
  t(
    7,
    'B',
    'Nati o cresciuti qui: che cosa chiedono i giovani migranti alla scuola e ai centri giovani',
    'Ragazza dei Giovani migranti',
    [[2, 'Gelso']],
    22,
    [13],
    16,
  ),
  t(
    8,
    'B',
    'Dopo il terremoto: case, legami, spaesamento',
    'Volontario di protezione civile',
    [[2, 'Pioppo']],
    13,
    [8],
    9,
  ),
  t(
    9,
    'B',
    'Anziani soli nelle frazioni: arrivare prima dell’emergenza',
    'Operatrice domiciliare',
    [[3, 'Quercia']],
    17,
    [11],
    10,
  ),
  t(
    10,
    'B',
    'Perdere il lavoro a 50 anni, non trovarlo a 20',
    'Delegata sindacale',
    [[3, 'Pioppo']],
    6,
    [1],
    3,
  ),
  t(
    11,
    'C',
    'Cambiamo nome al tavolo povertà: di che cosa vogliamo occuparci?',
    'Educatore',
    [[1, 'Pioppo']],
    18,
    [10],
    15,
  ),
  t(
    12,
    'C',
    'Chi manca ai nostri tavoli? Come invitare chi non viene mai',
    'Attivista Transition town',
    [[2, 'Olmo']],
    16,
    [9],
    13,
  ),
  t(
    13,
    'C',
    'Servizi che escono dall’ufficio: andare dove sono le persone',
    'Assistente sociale di territorio',
    [[2, 'Quercia']],
    20,
    [12],
    18,
  ),
  t(
    14,
    'C',
    'Scriviamo il Patto: regole, tempi e restituzione',
    'Amministratrice comunale',
    [[3, 'Gelso']],
    24,
    [16],
    16,
    '',
    '11:50',
  ),
];

export const EVENT = {
  code: 'DEMO',
  title: 'OST di Carpi (dimostrativo)',
  question:
    'Quale welfare vogliamo costruire insieme nelle Terre d’Argine nel 2015, e come vogliamo deciderlo?',
  sponsor: 'Ufficio di Piano dell’Unione delle Terre d’Argine',
  venue: 'Carpi',
  day: '2014-05-17',
  slots: [
    { id: 'turno-uno', label: 'Turno 1', start: '10:45', end: '12:00' },
    { id: 'turno-due', label: 'Turno 2', start: '13:00', end: '14:15' },
    { id: 'turno-tre', label: 'Turno 3', start: '14:30', end: '15:45' },
  ],
  spaces: [
    { id: 'spazio-tiglio', name: 'Tiglio' },
    { id: 'spazio-gelso', name: 'Gelso' },
    { id: 'spazio-quercia', name: 'Quercia' },
    { id: 'spazio-pioppo', name: 'Pioppo' },
    { id: 'spazio-olmo', name: 'Olmo', stepFree: false, note: 'Tre gradini all’ingresso' },
    { id: 'spazio-portico', name: 'Portico', kind: 'informal' as const },
  ],
  phases: [
    ['08:45', 'check_in'],
    ['09:15', 'opening'],
    ['09:45', 'proposing'],
    ['10:15', 'market'],
    ['10:45', 'sessions'],
    ['15:45', 'reading'],
    ['16:15', 'voting'],
    ['16:30', 'actions'],
    ['17:10', 'closing'],
    ['17:30', 'completing'],
  ] as const,
};
