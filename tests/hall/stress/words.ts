/** What the simulated people write: titles by strand, notes by kind, and the texts that break careless programs. */
import type { NoteKind } from '@/domain/gathering/state';
import type { Strand } from '@/domain/words';
import type { Chance } from './chance';

const ACTIONS: Record<Strand, readonly string[]> = {
  A: ['Raccontare', 'Ripartire da', 'Mettere in rete', 'Rivedere'],
  B: ['Riconoscere', 'Accogliere', 'Sostenere', 'Ascoltare'],
  C: ['Decidere insieme', 'Aprire', 'Portare fuori', 'Scrivere a più mani'],
};
const OBJECTS: Record<Strand, readonly string[]> = {
  A: ['i doposcuola', 'gli sportelli', 'il trasporto sociale', "l'assistenza domiciliare"],
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

export function title(dice: Chance): { title: string; strands: Strand[] } {
  const strand = dice.pick(STRANDS);
  const words = `${dice.pick(ACTIONS[strand])} ${dice.pick(OBJECTS[strand])} per ${dice.pick(GROUPS)}: ${dice.pick(QUESTIONS)}`;
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

/** The torture set of the domain reference; each must come out as it went in. */
export const TORTURE: readonly string[] = [
  'M'.repeat(140),
  `"; DROP TABLE facts; --`,
  '=1+1',
  '+39 059 000000',
  '-10% di risorse',
  '@tutti',
  'prima; seconda\nterza riga',
  '🙂🙃 abbraccio 👩‍👩‍👧',
  'مرحبا بكم في الحلقة',
  "L'Università «più» vicina",
  '<script>alert(1)</script>',
  'invi\u200Bsibile ma scritto',
  'cafe\u0301 e perche\u0301',
];

export function noteText(dice: Chance, i: number): { kind: NoteKind; text: string } {
  const kind = dice.pick(KINDS);
  const strange = TORTURE[i];
  return { kind, text: strange ?? `${dice.pick(SAID[kind])} (${i + 1})` };
}
