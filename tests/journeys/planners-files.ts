/**
 * Three files as offices get them from others, shaped after public examples and without personal data: a zone plan's sheet,
 * a register of associations, the answers to a questionnaire. In each of them one heading is none that the importer knows.
 */

type Sheet = { name: string; mimeType: string; buffer: Buffer };

/** As Windows writes it: the euro sign is its own. */
const windows = (text: string): Buffer =>
  Buffer.from(text.replaceAll('€', '\u0080').replaceAll('’', '\u0092'), 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

/** Two lines of title, money with its sign, a total at the foot. */
export const PLAN: Sheet = {
  name: 'piano-di-zona-2013.csv',
  mimeType: 'text/csv',
  buffer: windows(
    [
      'DISTRETTO - PROGRAMMA ATTUATIVO 2013;;;;',
      'Quadro delle schede intervento;;;;',
      'N. scheda;Denominazione intervento;Ente capofila;Stanziamento assestato;CUP',
      '1;Trasporto sociale a chiamata;Unione;€ 48.000,00;',
      '2;Sportello d’ascolto itinerante;Associazione;€ 9.000,50;',
      '3;Assistenza domiciliare;Unione;€ 210.500,00;',
      '4;Centro per le famiglie;Unione;€ -;',
      'TOTALE;;;€ 267.500,50;',
    ].join('\r\n'),
  ),
};

/** With tabs, in capitals, with an activity that the path has as a sector and one that it has not. */
export const REGISTER: Sheet = {
  name: 'albo-associazioni.tsv',
  mimeType: 'text/tab-separated-values',
  buffer: utf16(
    [
      'N. ISCR.\tDENOMINAZIONE\tINDIRIZZO\tCITTA\tTIPOLOGIA PREVALENTE',
      '17\tORTI INSIEME\tVia dei Tigli, 4\tSOLIERA\tVolontariato',
      '18\tBANCA DEL TEMPO\t\tCARPI\tVolontariato',
      '23\tCORALE CITTADINA\tPiazza Grande, 1\tNOVI\tMusica',
    ].join('\r\n'),
  ),
};

/** Forty answers, in groups of five that share their words. */
const ANSWERS = [
  'La sera non passa un autobus, e chi non guida resta in casa',
  'Un autobus anche la domenica per andare all’ospedale',
  'Gli anziani delle frazioni aspettano un autobus che non c’è',
  'Senza autobus i ragazzi delle frazioni non vanno agli allenamenti',
  'Un pulmino di vicinato dove l’autobus non arriva',
  'Lo sportello apre solo di mattina: chi lavora non ci arriva',
  'Allo sportello mi hanno mandato a un altro sportello',
  'Uno sportello solo per tutti i moduli',
  'Mi vergogno di andare allo sportello dove mi conoscono tutti',
  'Lo sportello potrebbe venire al mercato, una volta al mese',
  'Chi cura la madre malata non ha mai un pomeriggio libero',
  'Un pomeriggio di sollievo per chi cura un malato in casa',
  'Chi cura un familiare lascia il lavoro e nessuno lo vede',
  'Un gruppo per chi cura, con qualcuno che sta intanto con i malati',
  'Nessuno insegna a chi cura come alzare un malato dal letto',
  'L’affitto costa più di metà dello stipendio',
  'Con un contratto a termine nessuno ti dà una casa in affitto',
  'Case vuote in centro e famiglie senza un affitto che possano pagare',
  'Una garanzia del Comune per chi cerca un affitto',
  'Dopo lo sfratto non si trova una casa in affitto neanche pagando',
  'I ragazzi dopo la scuola non hanno un posto dove stare',
  'Un posto aperto il pomeriggio, senza corsi, per i ragazzi',
  'I ragazzi stranieri aspettano mesi il corso di italiano',
  'La palestra della scuola è chiusa il pomeriggio: apritela ai ragazzi',
  'Chiedete ai ragazzi prima di decidere per loro',
  'Molti anziani soli mangiano davanti alla televisione',
  'Un pranzo insieme una volta alla settimana per gli anziani soli',
  'Chi resta vedovo resta solo: qualcuno suoni il campanello',
  'Anziani soli e bambini potrebbero avere lo stesso giardino',
  'La solitudine non la cura nessuno sportello',
  'A cinquant’anni ho perso il lavoro e non mi richiama nessuno',
  'Chi perde il lavoro perde anche gli amici',
  'Un tirocinio vero, non sei mesi di fotocopie senza lavoro',
  'Il lavoro in nero è l’unico che offrono alle badanti',
  'Prima del lavoro serve qualcuno che creda in me',
  'Il modulo è scritto in una lingua che non è italiano',
  'Parole semplici: nessuno capisce la lettera del Comune',
  'Ho compilato lo stesso modulo quattro volte in un anno',
  'La lettera è arrivata quando il bando era già chiuso',
  'Un volontario che aiuti a leggere le lettere e i moduli',
];

/** As a form of questions writes it: everything in quotation marks, the question as the heading. */
export const QUESTIONNAIRE: Sheet = {
  name: 'questionario.csv',
  mimeType: 'text/csv',
  buffer: utf8(
    [
      ['Informazioni cronologiche', 'Che cosa manca oggi nel suo quartiere?', 'Fascia di età'],
      ...ANSWERS.map((text, i) => [`${1 + (i % 28)}/02/2014 10.${10 + i}.00`, text, i % 2 ? '35-64' : '65+']),
    ]
      .map((row) => row.map((cell) => `"${cell}"`).join(','))
      .join('\n'),
  ),
};
