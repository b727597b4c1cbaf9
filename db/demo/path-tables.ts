/** The work tables, old and new, and the projects with their money, exactly as domain §5.1 lists them: all invented. */
import type { Assessment } from '@/domain/programming/state';

/** The old tables: people with a name and an object of work. */
export const OLD_TABLES = [
  {
    id: 'tavolo-poverta',
    name: 'Tavolo nuove povertà',
    object: 'coordinare contributi e aiuti a chi è in povertà',
    areas: ['poverta_esclusione'],
    lead: 'Servizio sociale territoriale',
  },
  {
    id: 'tavolo-anziani',
    name: 'Tavolo anziani',
    object: 'programmare i servizi per la non autosufficienza',
    areas: ['anziani'],
    lead: 'Servizio sociale territoriale',
  },
  {
    id: 'tavolo-giovani-prima',
    name: 'Tavolo giovani',
    object: 'programmare le attività dei centri giovani',
    areas: ['giovani'],
    lead: 'Politiche giovanili',
  },
  {
    id: 'tavolo-immigrazione',
    name: 'Tavolo immigrazione',
    object: 'coordinare accoglienza e mediazione',
    areas: ['immigrazione'],
    lead: 'Centro stranieri',
  },
];

type Fresh = [who: string, why: string];
/** `from`: one id, renamed; two, merged; none, new. `voices`: the topics it comes from. */
export const TABLES: readonly {
  id: string;
  from: string[];
  name: string;
  object: string;
  rationale: string;
  lead: string;
  areas: string[];
  status: 'proposto' | 'condiviso' | 'avviato';
  sits: string[];
  fresh: Fresh[];
  voices: number[];
}[] = [
  {
    id: 'tavolo-poverta',
    from: ['tavolo-poverta'],
    name: 'Tavolo impoverimenti e ripartenze',
    object: 'riconoscere presto lo scivolamento e sostenere le ripartenze',
    rationale: 'Al T11 si è detto che “povertà” allontana proprio chi sta scivolando.',
    lead: 'Servizio sociale territoriale',
    areas: ['poverta_esclusione', 'oltre_i_target'],
    status: 'condiviso',
    sits: ['ente-servizio', 'ente-ascolto'],
    fresh: [
      ['ente-emporio', 'Incontra chi due anni fa donava'],
      ['ente-parrocchie', 'Sanno chi non chiede'],
      ['Amministratori di condominio', 'Sanno chi non paga più'],
      ['ente-sindacato', 'Porta chi ha perso il lavoro'],
    ],
    voices: [5, 4, 11, 10],
  },
  {
    id: 'tavolo-anziani',
    from: ['tavolo-anziani'],
    name: 'Tavolo cura e vicinato',
    object: 'sostenere chi cura e raggiungere chi è solo',
    rationale: 'Chi cura e chi è solo non hanno la stessa età: hanno bisogno della stessa rete.',
    lead: 'Servizio sociale territoriale',
    areas: ['anziani', 'responsabilita_familiari', 'oltre_i_target'],
    status: 'condiviso',
    sits: ['ente-servizio', 'ente-distretto'],
    fresh: [
      ['ente-care-giver', 'Porta chi cura ogni giorno'],
      ['ente-medici', 'Entrano in casa di chi è solo'],
      ['Edicole e bar di frazione', 'Si accorgono prima di tutti'],
    ],
    voices: [6, 9],
  },
  {
    id: 'tavolo-giovani',
    from: ['tavolo-giovani-prima', 'tavolo-immigrazione'],
    name: 'Tavolo giovani e nuove cittadinanze',
    object: 'protagonismo dei giovani nei luoghi che frequentano',
    rationale: 'I ragazzi del T07 sono gli stessi per i due tavoli: non vogliono essere divisi.',
    lead: 'Politiche giovanili',
    areas: ['giovani', 'immigrazione', 'oltre_i_target'],
    status: 'proposto',
    sits: ['ente-cooperativa'],
    fresh: [
      ['ente-giovani', 'Parlano di sé invece di essere raccontati'],
      ['Rappresentanti di istituto', 'Portano le scuole superiori'],
    ],
    voices: [7],
  },
  {
    id: 'tavolo-servizi',
    from: [],
    name: 'Tavolo servizi verso i cittadini',
    object: 'portare i servizi dove sono le persone',
    rationale: 'Nato dal T13: nessuno dei tavoli di prima si occupava di come si incontra chi non viene.',
    lead: 'Servizio sociale territoriale',
    areas: ['multiutenza_trasversale', 'oltre_i_target'],
    status: 'proposto',
    sits: ['ente-servizio'],
    fresh: [
      ['ente-transition', 'Conosce le famiglie che non passano dai servizi'],
      ['Mediatori culturali', 'Parlano la lingua di chi arriva'],
      ['ente-biblioteche', 'Ospitano chi passa la giornata da solo'],
    ],
    voices: [13, 3],
  },
  {
    id: 'tavolo-cabina',
    from: [],
    name: 'Cabina del Patto',
    object: 'regole, inviti, restituzione',
    rationale: 'Il Patto vale se qualcuno, preso da ogni tavolo, ne tiene il filo.',
    lead: 'Ufficio di Piano',
    areas: ['multiutenza_trasversale'],
    status: 'avviato',
    sits: [],
    fresh: [
      ['Una persona per ogni tavolo', 'Tiene insieme i cinque tavoli'],
      ['Tre nuove voci', 'Un posto su tre a chi è nuovo'],
    ],
    voices: [12, 14, 1, 2],
  },
];

type Constraint = 'legge' | 'contratto' | 'fondo_finalizzato' | 'scelta_politica' | null;
type DemoProject = {
  code: string;
  title: string;
  assessment: Assessment;
  reason: string;
  /** Euro a year. */
  floating: number;
  untouchable: number;
  constraint: Constraint;
  /** Hours a week, apart from the money. */
  hours: [floating: number, untouchable: number];
  area: string;
  holder: string;
  table: string;
  results: string;
};
const project = (
  code: string,
  title: string,
  assessment: Assessment,
  [floating, untouchable]: [number, number],
  constraint: Constraint,
  hours: [number, number],
  [area, holder, table]: [string, string, string],
  reason: string,
  results: string,
): DemoProject => ({
  ...{ code, title, assessment, reason, floating, untouchable, constraint, hours },
  ...{ area, holder, table, results },
});
const UNION = 'Unione delle Terre d’Argine';
const COOP = 'Cooperativa sociale';

/** € 981.400 = 139.400 floating + 842.000 untouchable; of these can be freed 122.100 + 17.300. */
export const PROJECTS: readonly DemoProject[] = [
  project(
    'P01',
    'Sportello sociale',
    'rivisitabile',
    [20_000, 64_000],
    'contratto',
    [12, 96],
    ['multiutenza_trasversale', UNION, 'tavolo-servizi'],
    'Funziona per chi sa già dove andare; una parte delle ore può uscire dall’ufficio.',
    'Accessi in aumento; nessuno ha contato chi rinuncia.',
  ),
  project(
    'P02',
    'Contributi economici una tantum',
    'rivisitabile',
    [45_000, 75_000],
    'legge',
    [0, 18],
    ['poverta_esclusione', UNION, 'tavolo-poverta'],
    'Arrivano tardi e tamponano: da legare a un pezzo di strada insieme.',
    'Erogati in media quattro mesi dopo la domanda.',
  ),
  project(
    'P03',
    'Doposcuola zona nord',
    'rivisitabile',
    [18_500, 0],
    null,
    [20, 0],
    ['infanzia_adolescenza', COOP, 'tavolo-giovani'],
    'Somiglia al P04, a trecento metri: da pensare insieme.',
    'Ventotto iscritti, undici anche nel P04.',
  ),
  project(
    'P04',
    'Doposcuola zona sud',
    'rivisitabile',
    [16_200, 0],
    null,
    [18, 0],
    ['infanzia_adolescenza', COOP, 'tavolo-giovani'],
    'Somiglia al P03, a trecento metri: da pensare insieme.',
    'Ventiquattro iscritti, undici anche nel P03.',
  ),
  project(
    'P05',
    'Opuscolo annuale dei servizi',
    'scarsa_utilita',
    [9_800, 0],
    null,
    [2, 0],
    ['multiutenza_trasversale', UNION, 'tavolo-servizi'],
    'Resta nei pacchi: chi cerca telefona o chiede a chi conosce.',
    'Seimila copie stampate, quante lette non si sa.',
  ),
  project(
    'P06',
    'Convegno annuale',
    'scarsa_utilita',
    [7_500, 0],
    null,
    [3, 0],
    ['multiutenza_trasversale', UNION, 'tavolo-cabina'],
    'A maggio nessuno lo ricorda; non ha mai cambiato una decisione.',
    'Centoventi presenti, gli stessi di ogni anno.',
  ),
  project(
    'P07',
    'Assistenza domiciliare',
    'confermato',
    [0, 410_000],
    'legge',
    [0, 540],
    ['anziani', UNION, 'tavolo-anziani'],
    '',
    'Duecentodieci persone seguite a casa.',
  ),
  project(
    'P08',
    'Tutela minori e affido',
    'confermato',
    [0, 265_000],
    'legge',
    [0, 260],
    ['infanzia_adolescenza', UNION, 'tavolo-giovani'],
    '',
    'Compito di legge.',
  ),
  project(
    'P09',
    'Laboratorio per caregiver',
    'rivisitabile',
    [12_000, 0],
    null,
    [6, 0],
    ['responsabilita_familiari', COOP, 'tavolo-anziani'],
    'Ha più richieste che posti: va ripensato per allargarlo.',
    'Chi lo ha frequentato dice che gli ha salvato l’inverno.',
  ),
  project(
    'P10',
    'Mediazione culturale nelle scuole',
    'rivisitabile',
    [10_400, 28_000],
    'fondo_finalizzato',
    [8, 22],
    ['immigrazione', COOP, 'tavolo-giovani'],
    'Arriva quando il problema è già grande; serve a tutti, non solo agli stranieri.',
    'Trentuno classi in un anno.',
  ),
];
