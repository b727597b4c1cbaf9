/** The kinds of sheets that can be imported: the fields of each, with the headings that offices give them. */
import type { FUNDING_SOURCES } from './resources';

export const IMPORTED = ['project', 'paper', 'organization', 'invitation', 'code'] as const;
export type Imported = (typeof IMPORTED)[number];
export type FieldKind = 'text' | 'amount' | 'hours' | 'yes';
export type ImportField = { key: string; kind: FieldKind; required: boolean; names: readonly string[] };

const field = (key: string, names: string, kind: FieldKind = 'text', required = false): ImportField => ({
  ...{ key, kind, required },
  names: names.split('|'),
});

/** Headings of a fund's column. */
const FUNDS: Record<Exclude<(typeof FUNDING_SOURCES)[number], 'non_detta'>, string> = {
  comuni_unione: 'comuni|di cui comuni|quota comuni|quota comune|quota unione|comuni e unione',
  fsl: 'fsl|di cui fsl|quota fsl|fondo sociale locale',
  frna: 'frna|di cui frna|quota frna|fondo non autosufficienza',
  ausl: 'ausl|di cui ausl|quota ausl|azienda usl',
  altri_soggetti: 'altri soggetti|di cui altri soggetti|quota altri soggetti|altre fonti',
  compartecipazione: 'compartecipazione|compartecipazione utenti|quota utenti',
};

export const FIELDS: Record<Imported, readonly ImportField[]> = {
  project: [
    field(
      'code',
      'cod|codice|cod progetto|codice progetto|id|id progetto|n|n scheda|numero scheda|code',
      'text',
      true,
    ),
    field(
      'title',
      'progetto|titolo|denominazione|nome progetto|intervento|nome|oggetto|denominazione intervento|titolo scheda|descrizione progetto|title',
      'text',
      true,
    ),
    field('area', 'area|area di intervento|target|ambito di intervento'),
    field('table', 'tavolo|tavolo di lavoro'),
    field(
      'holder',
      'titolare|capofila|soggetto capofila|ente capofila|soggetto|ente|ente titolare|beneficiario|holder',
    ),
    field('results', 'risultati|esiti|descrizione|results'),
    field('assessment', 'giudizio|valutazione|assessment'),
    field('reason', 'motivo|motivo del giudizio|motivo della valutazione|reason'),
    field(
      'total',
      'totale|costo totale|costo totale previsto|budget|importo|importo totale|importo in euro|importo euro|costo|finanziamento|spesa|total',
      'amount',
    ),
    field('fluttuante', 'fluttuanti|di cui fluttuanti|risorse fluttuanti|floating', 'amount'),
    field('intoccabile', 'intoccabili|di cui intoccabili|risorse intoccabili|untouchable', 'amount'),
    field('non_classificata', 'non classificati|non classificate|unclassified', 'amount'),
    field('constraint', 'vincolo|constraint'),
    field('source', 'fonte|fonte di finanziamento|fondo|fonte finanziamento'),
    // The sheet of a zone plan has a column of money for each fund.
    ...Object.entries(FUNDS).map(([source, names]) => field(`share_${source}`, names, 'amount')),
    field('hours_total', 'ore|ore totali|ore settimana|ore alla settimana|ore settimanali|hours', 'hours'),
    field('hours_fluttuante', 'ore fluttuanti|floating hours', 'hours'),
    field('hours_intoccabile', 'ore intoccabili|untouchable hours', 'hours'),
    field('hours_non_classificata', 'ore non classificate|unclassified hours', 'hours'),
  ],
  paper: [
    field('text', 'testo|nota|note|idea|frase|verbale|text', 'text', true),
    field('kind', 'tipo|genere|voce|kind'),
    field('sector', 'ambito|ambito settoriale|settore|sector'),
    field('strands', 'filone|filoni|strand|strands'),
    field('where', 'dove|foglio|cartellone|where'),
  ],
  organization: [
    field(
      'name',
      'nome|soggetto|ente|organizzazione|denominazione|denominazione ente|ragione sociale|rag soc|associazione|name',
      'text',
      true,
    ),
    field(
      'sector',
      'ambito|ambito settoriale|settore|settore di attivita|attivita prevalente|categoria|sector',
    ),
    field('municipality', 'comune|comune sede legale|sede|sede legale|citta|localita|municipality'),
    field('alreadyInvolved', 'gia ai tavoli|gia coinvolto|gia coinvolti', 'yes'),
    field('institutionalRole', 'ruolo istituzionale|ruolo|referente'),
  ],
  invitation: [
    field('who', 'chi|soggetto|ente|invitato|nome|organizzazione|who', 'text', true),
    // Our own table has the organisation and, for others, who it is in words.
    field('profile', 'profilo|chi|chi a parole|profile'),
    field('reason', 'motivo|perche|punto di vista|quale punto di vista porta|reason', 'text', true),
    field('meeting', 'incontro|meeting'),
    field('table', 'tavolo|tavolo di lavoro'),
    field('status', 'stato|status'),
    field('newVoice', 'prima volta|prima volta qui|nuova voce|nuovo|nuovi|first time', 'yes'),
  ],
  code: [
    field('label', 'nome|voce|voce di lettura|codice|etichetta|tag|code|name|label', 'text', true),
    field('definition', 'definizione|descrizione|definition|description'),
    field('family', 'famiglia|gruppo|family'),
    field('parent', 'dentro|padre|fa parte di|parent'),
    field('area', 'area'),
    field('symbol', 'simbolo|symbol'),
  ],
};
