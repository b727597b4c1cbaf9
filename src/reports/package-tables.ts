/** A path's export laid out as tables with keys between them: what spreadsheets, R, pandas and SQLite read. */
import type { PathExport } from './path-json';
import { type PackageTable, pairs, table, whole } from './package-table';

/** Every array of the export, in an order in which each table points only to those before it or to itself. */
export function packageTables(data: PathExport): PackageTable[] {
  const code = new Map(data.gatherings.flatMap((g) => (g.code ? [[g.code, g.id] as const] : [])));
  const meeting = <T extends { gathering: string | null }>(x: T) => ({
    ...x,
    gathering: x.gathering === null ? null : (code.get(x.gathering) ?? null),
  });
  const allTables = [...data.workTables, ...data.closedTables];
  const list: PackageTable[] = [
    table(
      'objectives',
      'Obiettivi del percorso',
      'number!:integer text',
      (data.path.objectives ?? []).map((text, i) => ({ number: i + 1, text })),
    ),
    table('areas', 'Aree di programmazione', 'id! label traditional:boolean', data.path.areas ?? []),
    table('phases', 'Fasi', 'id! order:integer label dateText dateStatus from:date to:date', data.phases),
    table('sectors', 'Ambiti settoriali', 'id! order:integer label parent>sectors', data.sectors),
    table(
      'gatherings',
      'Incontri',
      'id! phase>phases kind title date:date dateStatus dateText venue venueKind speakers agenda minutes attendance:integer linesOnPaper:integer code people:integer newVoices:integer newVoicesWithheld:boolean topics:integer',
      data.gatherings,
    ),
    pairs(
      'gathering_sectors',
      'Ambiti ascoltati',
      ['gathering>gatherings', 'sector>sectors'],
      data.gatherings,
      (g) => g.sectors,
    ),
    table(
      'organizations',
      'Soggetti',
      'id! name sector>sectors municipality alreadyInvolved:boolean institutionalRole',
      data.organizations,
    ),
    table(
      'work_tables',
      'Tavoli di lavoro, anche chiusi',
      'id! oldName oldObject newName newObject nameStatus rationale lead areas status closedAt:datetime',
      allTables,
    ),
    pairs(
      'work_table_predecessors',
      'Da quali tavoli viene',
      ['workTable>work_tables', 'predecessor>work_tables'],
      allTables,
      (t) => t.predecessors,
    ),
    table(
      'work_table_members',
      'Chi siede ai tavoli',
      'id! workTable>work_tables organization>organizations label role isNew:boolean why',
      allTables.flatMap((t) => t.members.map((m) => ({ ...m, workTable: t.id }))),
    ),
    table(
      'invitations',
      'Inviti',
      'id! meeting>gatherings workTable>work_tables organization>organizations profile reason status newVoice:boolean',
      data.invitations.map((i) => ({ ...i, workTable: i.table })),
    ),
    table('experiences', 'Esperienze di altri', 'id! title place what taken href', data.experiences),
    table(
      'sources',
      'Parole dette',
      'id! place kind voice text withheld:boolean gathering>gatherings topic slot session phase>phases sector sectorWithheld:boolean strands at:datetime reading secondReading memo setAside',
      data.sources.map(meeting),
    ),
    table(
      'themes',
      'Codici',
      'id! label definition family parent>themes area>areas status participatory mergedInto>themes splitFrom>themes sources:integer sessions:integer',
      data.themes,
    ),
    table(
      'codings',
      'Parole con le loro voci',
      'id! source>sources sourceRef start:integer end:integer quote withheld:boolean memo starred:boolean contrast:boolean certainty reader:integer at:datetime',
      data.codings.map((c) => ({ ...c, sourceRef: c.source })),
    ),
    pairs(
      'coding_themes',
      'Codici dati alle parole',
      ['coding>codings', 'theme>themes'],
      data.codings,
      (c) => c.codes,
    ),
    table(
      'needs',
      'Bisogni emergenti',
      'id! title description beyondTarget:boolean affectedGroups hardship participatory participatoryHow workTable>work_tables',
      data.needs,
    ),
    pairs('need_areas', 'Aree dei bisogni', ['need>needs', 'area>areas'], data.needs, (n) => n.areas),
    table(
      'proposals',
      'Proposte operative',
      'id! title description goesTowardCitizens:boolean beyondTarget:boolean workTable>work_tables outcome outcomeReason outcomeAt:datetime',
      data.proposals,
    ),
    pairs(
      'proposal_levels',
      'Livelli di decisione',
      ['proposal>proposals', 'level'],
      data.proposals,
      (p) => p.levels,
    ),
    pairs(
      'proposal_needs',
      'A quali bisogni risponde',
      ['proposal>proposals', 'need>needs'],
      data.proposals,
      (p) => p.needs,
    ),
    table(
      'projects',
      'Progetti',
      'id! code title area>areas holder results workTable>work_tables assessment assessmentReason assessedAt:datetime total:number floating:number untouchable:number unclassified:number hoursPerWeek:number hoursFloating:number hoursUntouchable:number hoursUnclassified:number constraint funding',
      data.projects,
    ),
    table(
      'resources',
      'Risorse',
      'id! project>projects kind description amount:number hoursPerWeek:number mobility constraint constraintNote funding fundingNote',
      data.resources,
    ),
    table(
      'goals',
      'Obiettivi dell’anno',
      'id! code year:integer statement objective:integer>objectives workTable>work_tables who where when due:date indicator baseline noBaseline target done status',
      data.goals,
    ),
    table(
      'goal_measures',
      'Valori misurati degli obiettivi',
      'id! goal>goals kind date:date value:number note',
      data.measures,
    ),
    pairs('goal_needs', 'Bisogni degli obiettivi', ['goal>goals', 'need>needs'], data.goals, (g) => g.needs),
    pairs(
      'goal_proposals',
      'Proposte degli obiettivi',
      ['goal>goals', 'proposal>proposals'],
      data.goals,
      (g) => g.proposals,
    ),
    pairs(
      'goal_projects',
      'Progetti degli obiettivi',
      ['goal>goals', 'project>projects'],
      data.goals,
      (g) => g.projects,
    ),
    pairs(
      'goal_resources',
      'Risorse degli obiettivi',
      ['goal>goals', 'resource>resources'],
      data.goals,
      (g) => g.resources,
    ),
    table(
      'evidence',
      'Riscontri: da quali parole viene ogni cosa',
      'id! need>needs proposal>proposals project>projects goal>goals workTable>work_tables relation source>sources sourceRef sourceKind place sector quote withheld:boolean note at:datetime',
      data.evidence.map((e) => {
        const on = (target: string) => (e.target === target ? e.targetId : null);
        const targets = {
          need: on('need'),
          proposal: on('proposal'),
          project: on('project'),
          goal: on('goal'),
        };
        return { ...e, ...targets, workTable: on('table'), sourceRef: e.source };
      }),
    ),
    table(
      'outcomes',
      'Registro degli esiti',
      'id! what text outcome reason when at:datetime workTable>work_tables source>sources withheld:boolean',
      data.outcomes,
    ),
    table(
      'sheets',
      'Schede intervento e documenti',
      'id! kind title workTable>work_tables status',
      data.sheets,
    ),
    table(
      'sheet_parts',
      'Campi delle schede',
      'sheet!>sheets order!:integer heading text',
      data.sheets.flatMap((s) => s.parts.map((p, i) => ({ ...p, sheet: s.id, order: i + 1 }))),
    ),
    pairs(
      'sheet_goals',
      'Obiettivi delle schede',
      ['sheet>sheets', 'goal>goals'],
      data.sheets,
      (s) => s.goals,
    ),
    table(
      'published',
      'Che cosa è pubblico, e chi l’ha deciso',
      'what! id! body date:date licence at:datetime changed:boolean',
      data.published,
    ),
    table(
      'publications',
      'Ogni passo verso la pagina pubblica',
      'id! step at:datetime body date:date licence reason things reverted:boolean',
      data.publications,
    ),
    table(
      'changes',
      'Com’era prima ogni cosa cambiata',
      'seq!:integer what! id! field! at:datetime before',
      data.changes,
    ),
  ];
  return whole(list);
}
