/** Texts of simulated people: titles from templates by strand (domain §5.2), notes by kind, reports, actions. */
import type { ItemKind } from '@/domain/gathering/state/report';
import type { NoteKind } from '@/domain/gathering/state/note';
import type { Strand } from '@/domain/words';
import type { Random } from './random';

const ACTIONS: Record<Strand, readonly string[]> = {
  A: ['Raccontare', 'Far conoscere', 'Mettere in rete', 'Rivedere'],
  B: ['Riconoscere', 'Accogliere', 'Sostenere', 'Ascoltare'],
  C: ['Decidere insieme', 'Aprire', 'Portare fuori', 'Ripensare'],
};
const OBJECTS: Record<Strand, readonly string[]> = {
  A: ['i doposcuola', 'gli sportelli', 'il trasporto sociale', 'l’assistenza domiciliare'],
  B: ['la solitudine', 'le nuove povertà', 'la fatica di chi cura', 'chi perde la casa'],
  C: ['i tavoli', 'il bilancio', 'gli orari dei servizi', 'le regole del Patto'],
};
const GROUPS = [
  'le famiglie',
  'i giovani',
  'gli anziani soli',
  'chi cura',
  'chi è appena arrivato',
  'i vicini',
];
const QUESTIONS = [
  'da dove cominciamo?',
  'chi manca?',
  'che cosa funziona già?',
  'chi ci sta?',
  'con quali risorse?',
];
const STRANDS: readonly Strand[] = ['A', 'B', 'C'];

export function title(dice: Random): { title: string; strands: Strand[] } {
  const strand = dice.pick(STRANDS);
  const words = `${dice.pick(ACTIONS[strand])} ${dice.pick(OBJECTS[strand])} con ${dice.pick(GROUPS)}: ${dice.pick(QUESTIONS)}`;
  return { title: words, strands: [strand] };
}

const SAID: Record<NoteKind, readonly string[]> = {
  esperienza: ['Da noi il condominio ha fatto da rete quando il servizio era chiuso.'],
  bisogno: [
    'Chi perde il lavoro non viene allo sportello: si vergogna.',
    'Serve qualcuno che risponda la sera.',
  ],
  risorsa: ['La biblioteca ha una sala vuota il martedì.', 'Gli edicolanti vedono chi non esce più.'],
  distanza: ['Noi diciamo utenti, loro dicono vicini: non parliamo la stessa lingua.'],
  proposta: [
    'Un tavolo al mese in un posto diverso, mai in municipio.',
    'Un numero solo per tutti i servizi.',
  ],
  domanda: ['Se vengo al tavolo, chi sta con mia madre?'],
  risultato: ['Due doposcuola a 300 metri con gli stessi ragazzi.'],
  altro: ['Ne riparliamo dopo pranzo con chi oggi manca.'],
};
const KINDS = Object.keys(SAID) as NoteKind[];

export function note(dice: Random): { kind: NoteKind; text: string } {
  const kind = dice.pick(KINDS);
  return { kind, text: dice.pick(SAID[kind]) };
}

/** A circle's own report. */
export const SUMMARIES = [
  'Ci siamo detti da dove partire, e chi oggi mancava.',
  'Molte esperienze, poche occasioni per metterle insieme: ne servono altre due, prima dell’estate.',
  'Siamo partiti da un caso e siamo finiti a parlare di fiducia.',
] as const;
export const AGREEMENTS = [
  'Nessuno vuole un altro sportello: vogliamo persone che escano.',
  'Si comincia in piccolo, in una frazione sola.',
] as const;
export const ROWS: readonly { kind: ItemKind; text: string }[] = [
  { kind: 'bisogno', text: 'Sapere a chi rivolgersi la sera e nei fine settimana.' },
  { kind: 'proposta', text: 'Un incontro al mese in un posto diverso.' },
  { kind: 'prossimo_passo', text: 'Scriverci fra una settimana, e dirci chi porta chi.' },
  { kind: 'risorsa', text: 'La sala della biblioteca, il martedì.' },
  { kind: 'richiesta', text: 'Una risposta scritta dall’Ufficio di Piano entro giugno.' },
];
export const ACTION_TITLES = [
  'Una colazione al mese fra servizi e vicini',
  'La mappa di chi c’è già, frazione per frazione',
  'Un numero di telefono solo',
  'Il doposcuola aperto anche d’estate',
  'Un pomeriggio di sollievo per chi cura',
] as const;
export const NEXT_STEPS = ['Ci vediamo giovedì', 'Una telefonata a testa', 'Scrivere l’invito'] as const;
export const CLOSING_WORDS = ['insieme', 'coraggio', 'ascolto', 'domani', 'vicinanza', 'fatica'] as const;
