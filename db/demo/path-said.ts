/**
 * Contributions before the Open Space, all invented: meetings of January and February, the ideas on paper, the
 * invitations.
 */
import type { NoteKind } from '@/domain/gathering/state/note';
import type { Sector } from '@/domain/words';

type Sitting = {
  id: string;
  title: string;
  day: string;
  sectors: string[];
  sector: Sector;
  venue: string;
  venueKind?: 'scuola' | 'centro_aggregazione_giovanile';
  attendance: number;
  ideas: string;
};

/** One meeting for each sector, three for the innovative groups: 41 ideas, 9, 7, 8, 8 and 9 (domain §5.1). */
export const JANUARY: readonly Sitting[] = [
  {
    id: 'incontro-operatori',
    title: 'Ascolto: operatori sociali',
    day: '2014-01-13',
    sectors: ['operatori_sociali'],
    sector: 'operatori_sociali',
    venue: 'Sala del centro per le famiglie, Carpi',
    attendance: 22,
    ideas: `
b Arriviamo sempre dopo: quando la famiglia si presenta è già tardi.
d Compiliamo schede che nessuno ci restituisce lette.
p Un giorno al mese fuori dalle sedi, insieme tra comuni.
r Le maestre vedono prima di noi chi sta scivolando.
b Tempo per parlarci tra servizi, non solo per i casi gravi.
e Una signora mi ha chiesto aiuto al supermercato, non in ufficio.
q Che cosa possiamo smettere di fare?
u Il laboratorio per caregiver funziona perché è sempre lo stesso giorno.
p Un modulo solo per tutti e quattro i comuni.`,
  },
  {
    id: 'incontro-istituzioni',
    title: 'Ascolto: istituzioni',
    day: '2014-01-15',
    sectors: ['istituzioni'],
    sector: 'istituzioni',
    venue: 'Sala della Giunta dell’Unione, Carpi',
    attendance: 14,
    ideas: `
b Sapere che cosa cambia per le persone, non solo quanto si spende.
d Decidiamo a luglio su parole raccolte a gennaio.
p Dire prima che cosa non si può toccare, così si discute del resto.
r I bibliotecari conoscono chi passa la giornata da solo.
q Chi risponde a chi partecipa, e in quanto tempo?
u L’opuscolo dei servizi esce quando i numeri sono già cambiati.
p Un registro delle risposte, anche dei no.`,
  },
  {
    id: 'incontro-terzo-settore',
    title: 'Ascolto: terzo settore-cooperazione',
    day: '2014-01-20',
    sectors: ['terzo_settore_cooperazione'],
    sector: 'terzo_settore_cooperazione',
    venue: 'Circolo cooperativo, Soliera',
    attendance: 17,
    ideas: `
d Ci chiamate quando il progetto è già scritto.
b Progetti più lunghi di un anno, o almeno una parola sul dopo.
u Due doposcuola con la stessa lista d’attesa.
p Guardare insieme i progetti che si somigliano, senza graduatorie.
r I nostri mezzi la mattina sono fermi.
e Un ragazzo cambiava doposcuola perché lì c’era la merenda.
q Se lascio un progetto, che cosa succede a chi ci lavora?
p Un tavolo dove si può dire che una cosa non serve più.`,
  },
  {
    id: 'incontro-volontariato',
    title: 'Ascolto: volontariato',
    day: '2014-01-22',
    sectors: ['volontariato'],
    sector: 'volontariato',
    venue: 'Casa del volontariato, Carpi',
    attendance: 26,
    ideas: `
b Famiglie che non hanno mai chiesto niente e adesso non sanno come si fa.
e All’emporio arriva chi due anni fa portava le borse.
d Noi siamo aperti la sera, i servizi la mattina.
r Le parrocchie sanno chi ha staccato il riscaldamento.
p Un numero da chiamare quando vediamo qualcosa, senza fare denuncia.
b Non lasciare soli i vecchi delle frazioni quando nevica.
q Possiamo dirvi quello che sappiamo senza tradire chi ce lo ha detto?
p Invitare al tavolo chi ce l’ha fatta.`,
  },
  {
    id: 'incontro-transition',
    title: 'Ascolto: gruppo Transition town',
    day: '2014-01-24',
    sectors: ['gruppi_innovativi', 'transition_town'],
    sector: 'gruppi_innovativi',
    venue: 'Ciclofficina, Carpi',
    attendance: 9,
    ideas: `
r Duecento famiglie in un gruppo d’acquisto: nessuno ce lo ha mai chiesto.
d Le riunioni del piano sono quando lavoriamo.
p Trovarsi negli orti, non in sala consiliare.`,
  },
  {
    id: 'incontro-care-giver',
    title: 'Ascolto: gruppo Care giver',
    day: '2014-01-27',
    sectors: ['gruppi_innovativi', 'care_giver'],
    sector: 'gruppi_innovativi',
    venue: 'Centro diurno, Soliera',
    attendance: 11,
    ideas: `
b Qualcuno che stia con lei mentre io vengo qui.
e Ho imparato tutto da un’altra figlia, in sala d’attesa.
p Un nome e un telefono in ogni comune.`,
  },
  {
    id: 'incontro-giovani',
    title: 'Ascolto: Giovani migranti nelle scuole e nei centri giovani',
    day: '2014-01-29',
    sectors: ['gruppi_innovativi', 'giovani_migranti'],
    sector: 'gruppi_innovativi',
    venue: 'Centro di aggregazione giovanile, Carpi',
    venueKind: 'centro_aggregazione_giovanile',
    attendance: 13,
    ideas: `
d Ci invitano a ballare alle feste, mai a decidere.
p Fateci condurre un pomeriggio al mese.
b Un posto che non chiuda alle sei.`,
  },
];

/** Saturday 8 February: eighteen notes under two headings, for strands B and C (S34). */
export const FEBRUARY = {
  bisogni: `
b La vergogna di chi non è mai stato povero.
b Chi assiste un genitore e un figlio insieme.
e Dopo il terremoto la vicina di sempre abita a venti chilometri.
d Per noi è un caso, per lui è un periodo.
b Ragazzi che traducono ai genitori le lettere del Comune.
r Il bar della frazione sa chi non è passato stamattina.
q Come si chiama chi lavora e non arriva alla fine del mese?
b Case troppo grandi per uno e troppo care per due.
u I contributi arrivano quando il debito è già un altro.`,
  partecipazione: `
p Cominciare dai posti dove la gente si trova già.
d Partecipare stanca, se non torna indietro niente.
p Una sedia vuota a ogni tavolo, per chi manca.
q Chi decide su che cosa si può decidere?
e Al consiglio di quartiere siamo rimasti in tre.
p Dire all’inizio che cosa non è in discussione.
r Chi organizza le sagre sa mettere insieme cento persone.
p Rispondere sempre, anche no.
b Spazio per i bambini mentre si parla.`,
};

const KIND: Record<string, NoteKind> = {
  e: 'esperienza',
  b: 'bisogno',
  r: 'risorsa',
  d: 'distanza',
  p: 'proposta',
  q: 'domanda',
  u: 'risultato',
};
export const linesOf = (said: string): { kind: NoteKind; text: string }[] =>
  said
    .trim()
    .split('\n')
    .map((line) => ({ kind: KIND[line[0] ?? ''] ?? 'altro', text: line.slice(2) }));

/** Organisations the office knows: name, sector, municipality, and if they were at the tables before. */
export const ORGANIZATIONS: readonly [
  id: string,
  name: string,
  sector: string,
  place: string,
  already: boolean,
][] = [
  ['ente-emporio', 'Emporio solidale', 'volontariato', 'Carpi', false],
  ['ente-parrocchie', 'Parrocchie della zona', 'volontariato', 'Carpi', false],
  ['ente-sindacato', 'Sindacato pensionati e lavoro', 'altri_punti_di_vista', 'Carpi', false],
  ['ente-care-giver', 'Gruppo Care giver', 'care_giver', 'Soliera', false],
  ['ente-medici', 'Medici di base', 'istituzioni', 'Carpi', false],
  ['ente-giovani', 'Giovani migranti', 'giovani_migranti', 'Carpi', false],
  ['ente-transition', 'Gruppo Transition town', 'transition_town', 'Carpi', false],
  ['ente-biblioteche', 'Biblioteche comunali', 'istituzioni', 'Campogalliano', false],
  ['ente-cooperativa', 'Cooperativa sociale del doposcuola', 'terzo_settore_cooperazione', 'Carpi', true],
  ['ente-ascolto', 'Centro di ascolto', 'volontariato', 'Carpi', true],
  ['ente-servizio', 'Servizio sociale territoriale', 'operatori_sociali', 'Carpi', true],
  ['ente-distretto', 'Distretto sanitario', 'istituzioni', 'Carpi', true],
];

/** S38: the people the open invitation to May reached, and the other point of view that each one brings. */
export const INVITED: readonly [
  who: string,
  reason: string,
  status: 'invitato' | 'accettato' | 'declinato' | 'presente',
  newVoice: boolean,
][] = [
  ['ente-emporio', 'Vede chi due anni fa donava e oggi riceve', 'presente', true],
  ['ente-sindacato', 'Porta chi perde il lavoro e non si sente povero', 'presente', true],
  ['ente-care-giver', 'Porta chi cura, e che ai tavoli non può venire', 'presente', true],
  ['ente-giovani', 'Porta chi è nato o cresciuto qui e non è mai stato chiamato', 'presente', true],
  ['ente-transition', 'Porta reti di famiglie che non passano dai servizi', 'presente', true],
  ['ente-medici', 'Vedono la salute di chi scivola prima di noi', 'accettato', true],
  ['ente-parrocchie', 'Sanno chi non chiede', 'declinato', true],
  ['Amministratori di condominio', 'Sanno chi non paga più', 'invitato', true],
];
