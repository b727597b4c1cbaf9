/** Texts and numbers of the day's results, all invented: reports, dots, clusters, action groups (domain §5.1). */
import type { ItemKind, ReportField } from '@/domain/gathering/state/report';

type Item = [kind: ItemKind, text: string, who?: string, byWhen?: string];
export type DemoReport = {
  topic: number;
  texts: Partial<Record<ReportField, string>>;
  items: Item[];
  hour: string;
  day?: string;
  outcome?: { outcome: 'only_convener'; reason: string };
};

export const REPORTS: readonly DemoReport[] = [
  {
    topic: 1,
    hour: '12:02',
    texts: {
      summary:
        'Abbiamo guardato tre anni di schede. I numeri dicono quante persone, quasi mai che cosa è cambiato per loro.',
      agreements: 'Un progetto che non sa dire che cosa è cambiato va almeno ripensato.',
      distances: 'Per qualcuno contare è già controllare; per altri senza numeri vince chi grida.',
    },
    items: [
      ['richiesta', 'Pubblicare i risultati dei progetti del piano in una pagina che si capisca.'],
      ['prossimo_passo', 'Provare la scheda corta su tre progetti', 'Responsabile di servizio', 'settembre'],
    ],
  },
  {
    topic: 2,
    hour: '14:16',
    texts: {
      summary:
        'Due doposcuola vicini, un opuscolo che nessuno legge, un convegno che si ripete. Non è colpa di nessuno: nessuno ha mai chiesto di guardarli insieme.',
      agreements: 'Si può liberare qualcosa senza togliere a nessuno.',
    },
    items: [
      ['proposta', 'Un solo doposcuola con due sedi e un calendario comune.'],
      ['richiesta', 'Dirci prima, e non dopo, quali risorse sono libere e quali no.'],
    ],
  },
  {
    topic: 3,
    hour: '12:04',
    texts: {
      summary:
        'Lo sportello è porta per chi sa già dove andare. Per gli altri è un numero, una sala, una carta che manca.',
      distances: 'Chi ci lavora lo difende; chi lo cerca lo trova chiuso.',
    },
    items: [['proposta', 'Un pomeriggio al mese lo sportello si sposta in biblioteca.']],
  },
  {
    topic: 5,
    hour: '15:47',
    texts: {
      summary:
        'Prima parte: come ci accorgiamo di chi scivola? Dai condomini, dall’emporio, dalle rate della mensa, mai dallo sportello. Seconda parte, con chi aveva proposto i contributi economici: il contributo una tantum tampona, non riparte nessuno.',
      agreements: 'Chi scivola va cercato prima, da chi lo incontra già ogni giorno.',
      distances: 'Contributo subito a chi lo chiede, o percorso con chi ci sta?',
    },
    items: [
      [
        'proposta',
        'Un patto con amministratori di condominio e parrocchie per segnalare presto, con discrezione.',
      ],
      ['richiesta', 'Ripensare i contributi una tantum insieme a chi li dà e a chi li riceve.'],
      ['prossimo_passo', 'Primo incontro all’emporio', 'Volontario di emporio solidale', 'entro giugno'],
    ],
  },
  {
    topic: 6,
    hour: '12:05',
    texts: {
      summary:
        'Chi cura non dorme, non esce, non viene ai tavoli. Serve tempo restituito, e qualcuno che conosca la lingua degli uffici.',
      agreements: 'Un referente in ogni comune, con un nome e un orario.',
    },
    items: [
      ['proposta', 'Un gruppo di sostituzione di poche ore, tra vicini formati.'],
      ['richiesta', 'Convocare i tavoli in orari in cui chi cura può venire.'],
    ],
  },
  {
    topic: 7,
    hour: '14:17',
    texts: {
      summary:
        'Siamo nati qui e ci chiedono da dove veniamo. Vogliamo condurre le attività, non solo frequentarle.',
    },
    items: [
      ['proposta', 'Due giovani migranti per ogni centro giovani a condurre con gli educatori.'],
      ['richiesta', 'Una persona che spieghi la scuola ai nostri genitori nella loro lingua.'],
    ],
  },
  {
    topic: 8,
    hour: '18:10',
    day: '2014-05-19',
    texts: {
      summary:
        'Scritto due giorni dopo. Chi ha perso la casa ha perso anche il bar, la vicina, la strada: il disagio arriva adesso che le macerie non si vedono più.',
    },
    items: [['richiesta', 'Tenere aperto il punto d’ascolto di Novi anche nel 2015.']],
  },
  {
    topic: 9,
    hour: '15:48',
    texts: {
      summary:
        'Nelle frazioni il primo servizio è chi porta il giornale. Arrivare prima vuol dire sapere a chi chiedere.',
      agreements: 'La rete c’è già: va riconosciuta, non inventata.',
    },
    items: [['proposta', 'Edicole e bar di frazione come antenne, con un numero da chiamare.']],
  },
  {
    topic: 10,
    hour: '15:46',
    texts: {},
    items: [],
    outcome: {
      outcome: 'only_convener',
      reason: 'Non è venuto nessuno: ho scritto io tre note, il tema resta aperto.',
    },
  },
  {
    topic: 11,
    hour: '12:06',
    texts: {
      summary:
        'Povertà è una parola che allontana proprio chi sta scivolando. Il tavolo si occupi di impoverimenti e di ripartenze.',
      agreements: 'Cambiare nome ha senso solo se cambia chi siede e che cosa fa.',
    },
    items: [
      ['proposta', 'Nuovo nome: Tavolo impoverimenti e ripartenze.'],
      ['prossimo_passo', 'Proporre nome e oggetto all’Ufficio di Piano', 'Educatore', '30/06/2014'],
    ],
  },
  {
    topic: 12,
    hour: '14:18',
    texts: {
      summary:
        'Chi manca non manca per disinteresse: manca l’orario, l’invito di qualcuno che conosce, un posto che non sia il municipio.',
    },
    items: [
      ['proposta', 'Un tavolo al mese in un posto diverso, mai in municipio.'],
      ['richiesta', 'Scrivere nell’invito quale punto di vista porta ciascuno.'],
    ],
  },
  {
    topic: 13,
    hour: '14:19',
    texts: {
      summary:
        'Noi diciamo utenti, loro dicono vicini. Se il servizio esce, cambia la lingua prima ancora della risposta.',
      agreements: 'Un mese di prova, a ottobre, con quello che c’è.',
      distances: 'Uscire senza chiudere l’ufficio: con quali ore?',
    },
    items: [
      ['proposta', 'Otto uscite di servizio itinerante: mercato, scuola, circolo, emporio.'],
      ['richiesta', 'Riconoscere le ore fuori come ore di lavoro, non come favore.'],
    ],
  },
  {
    topic: 14,
    hour: '15:49',
    texts: {
      summary:
        'Il Patto sta in due pagine: chi invita, chi decide, quando si risponde. Senza risposta non c’è patto.',
      agreements: 'Ogni proposta riceve un sì, un no o un quando, con il perché.',
    },
    items: [
      ['proposta', 'Registro pubblico degli esiti, aggiornato ogni tre mesi.'],
      ['richiesta', 'Portare la bozza del Patto in Giunta entro l’anno.'],
    ],
  },
];

/** Phone and paper dots: 236 + 20 = 256. */
export const VOTES: readonly { topic: number; phone: number; paper: number }[] = [
  { topic: 1, phone: 11, paper: 0 },
  { topic: 2, phone: 13, paper: 1 },
  { topic: 3, phone: 5, paper: 0 },
  { topic: 5, phone: 41, paper: 5 },
  { topic: 6, phone: 30, paper: 4 },
  { topic: 7, phone: 25, paper: 2 },
  { topic: 8, phone: 7, paper: 1 },
  { topic: 9, phone: 8, paper: 1 },
  { topic: 10, phone: 1, paper: 0 },
  { topic: 11, phone: 23, paper: 1 },
  { topic: 12, phone: 16, paper: 1 },
  { topic: 13, phone: 35, paper: 3 },
  { topic: 14, phone: 21, paper: 1 },
];

export const CLUSTERS: readonly { name: string; topics: number[] }[] = [
  { name: 'Impoverimenti e ripartenze', topics: [5, 11] },
  { name: 'Cura e vicinato', topics: [6, 9] },
  { name: 'Servizi che escono', topics: [13, 3] },
  { name: 'Il Patto e chi manca', topics: [12, 14] },
  { name: 'Giovani e nuove cittadinanze', topics: [7] },
  { name: 'Progetti e risultati', topics: [1, 2] },
];

export const ACTIONS = [
  {
    title: 'Ripartire dal tavolo povertà',
    what: 'Proporre nuovo nome e nuovo oggetto del tavolo, con chi non c’era.',
    byWhen: 'entro il 30 giugno 2014',
    due: '2014-06-30',
    nextStep: 'Incontro all’emporio solidale',
    resources: 'una sala, due ore al mese',
    topic: 11,
    cluster: 1,
    joined: 4,
  },
  {
    title: 'Rete dei caregiver e domiciliarità',
    what: 'Un referente per comune e un gruppo di sostituzione.',
    byWhen: 'entro l’autunno',
    due: null,
    nextStep: 'Elenco di chi ci sta, comune per comune',
    resources: 'Laboratorio per caregiver',
    topic: 6,
    cluster: 2,
    joined: 3,
  },
  {
    title: 'Un mese fuori dall’ufficio',
    what: 'Prova di servizi itineranti a ottobre.',
    byWhen: 'ottobre 2014',
    due: '2014-10-31',
    nextStep: 'Scegliere otto luoghi',
    resources: 'ore degli sportelli, biblioteche',
    topic: 13,
    cluster: 3,
    joined: 5,
  },
  {
    title: 'Giovani migranti co-conduttori nei centri giovani',
    what: 'Due giovani per centro, con gli educatori.',
    byWhen: 'con il nuovo anno scolastico',
    due: null,
    nextStep: 'Parlarne nei centri',
    resources: 'centri giovani',
    topic: 7,
    cluster: 5,
    joined: 4,
  },
  {
    title: 'Bozza del Patto in due pagine',
    what: 'Regole, inviti, tempi di risposta.',
    byWhen: 'entro settembre',
    due: '2014-09-30',
    nextStep: 'Prima stesura da far girare',
    resources: 'nessuna',
    topic: 14,
    cluster: 4,
    joined: 3,
  },
] as const;
