/**
 * One small year, made for the worked examples of every export: a market and a listening meeting, and a path that is
 * built on their words. Each text is there once, so that a reader of an example sees where it came from.
 */
import { gathering } from '@/domain/gathering/catalogue';
import { lookIn } from '@/domain/programming/reference-lookup';
import { programming } from '@/domain/programming/catalogue';
import { bench, office, person } from '../domain/given';

/** Seven o'clock UTC on the day of the market. */
const MORNING = Date.UTC(2014, 4, 17, 7, 0);
const chief = office('owner');
const planner = office('planner', 'ufficio-anna');
const other = office('planner', 'ufficio-bruno');

export const LABELS: Record<string, string | null> = {
  'seat-ada': 'Ada Verdi',
  'seat-bea': 'Bea Neri',
  'seat-dino': 'Dino Blu',
  'seat-eva': 'Eva Rossi',
};

type Bench = ReturnType<typeof bench<ReturnType<typeof gathering.empty>>>;
const seated = (g: Bench, name: string, sector: string, more = {}) => {
  const who = person(`seat-${name}`);
  g.done(who, 'takeSeat', { seat: `seat-${name}`, sector, ...more });
  return who;
};

/** The market: four topics, of which one is withdrawn and one merged, reports, dots, a cluster, an action group. */
export function market() {
  const g = bench(gathering, MORNING);
  g.done(chief, 'openGathering', {
    gathering: 'mercato-001',
    code: 'MERCATO',
    path: 'path-0001',
    title: 'Mercato di maggio',
    question: 'Che cosa ci serve?',
    sponsor: 'Ufficio di piano',
    venue: 'Palestra',
    days: ['2014-05-17', '2014-05-18'],
    slots: [
      { id: 'slot-001', day: '2014-05-17', label: 'Turno 1', start: '10:00', end: '10:50', released: true },
      { id: 'slot-002', day: '2014-05-18', label: 'Turno 2', start: '11:00', end: '11:50', released: true },
    ],
    spaces: [
      { id: 'room-001', name: 'Tiglio' },
      { id: 'room-002', name: 'Gelso' },
    ],
  });
  const ada = seated(g, 'ada', 'volontariato', { newVoice: true });
  const bea = seated(g, 'bea', 'istituzioni');
  const carlo = seated(g, 'carlo', 'volontariato');
  const dino = seated(g, 'dino', 'operatori_sociali');
  const eva = seated(g, 'eva', 'istituzioni');
  const propose = (who: typeof ada, topic: string, title: string, more = {}) =>
    g.done(who, 'proposeTopic', { topic, title, ...more });
  propose(ada, 'topic-0001', 'Case vuote', { line: 'Chi le apre?', strands: ['B'] });
  propose(bea, 'topic-0002', 'Orti sociali');
  propose(carlo, 'topic-0003', 'Orti di tutti');
  propose(dino, 'topic-0004', 'Tema ritirato');
  g.done(ada, 'reviseTopic', {
    topic: 'topic-0001',
    title: 'Case sfitte',
    line: 'Chi le riapre?',
    strands: ['B'],
  });
  g.done(bea, 'offerToConvene', { topic: 'topic-0001' });
  g.done(ada, 'acceptCoConvener', { topic: 'topic-0001', seat: 'seat-bea' });
  for (const who of [bea, dino]) g.done(who, 'markInterest', { topic: 'topic-0001', on: true });
  g.done(carlo, 'offerMerge', { merge: 'merge-001', from: 'topic-0003', into: 'topic-0002' });
  g.done(bea, 'acceptMerge', { merge: 'merge-001' });
  g.done(ada, 'splitTopic', { topic: 'topic-0005', from: 'topic-0001', title: 'Case in prestito' });
  g.done(dino, 'withdrawTopic', { topic: 'topic-0004' });
  const place = (who: typeof ada, session: string, topic: string, slot: string, space: string) =>
    g.done(who, 'placeTopic', { session, topic, slot, space });
  place(ada, 'session-001', 'topic-0001', 'slot-001', 'room-001');
  place(bea, 'session-002', 'topic-0002', 'slot-001', 'room-002');
  place(ada, 'session-003', 'topic-0001', 'slot-002', 'room-001');
  for (const [who, session] of [
    [ada, 'session-001'],
    [bea, 'session-002'],
  ] as const)
    g.done(who, 'startSession', { session });
  for (const who of [ada, dino]) g.done(who, 'moveTo', { to: 'session-001' });
  const note = (who: typeof ada, n: string, topic: string, kind: string, text: string, more = {}) =>
    g.done(who, 'writeNote', { note: n, topic, kind, text, ...more });
  const first = { session: 'session-001' };
  note(ada, 'note-0001', 'topic-0001', 'bisogno', 'Mancano case piccole.', first);
  note(dino, 'note-0002', 'topic-0001', 'altro', 'Si entra con fatica.', { ...first, anonymous: true });
  note(carlo, 'note-0003', 'topic-0001', 'proposta', 'Un fondo di garanzia.', first);
  note(bea, 'note-0004', 'topic-0002', 'esperienza', 'A Soliera gli orti ci sono.', {
    session: 'session-002',
  });
  note(bea, 'note-0005', 'topic-0002', 'bisogno', 'Nome e cognome di un vicino.');
  note(bea, 'note-0006', 'topic-0002', 'distanza', 'Non tutti li vogliono.');
  note(bea, 'note-0007', 'topic-0002', 'altro', 'Parole poi nascoste.');
  g.done(chief, 'hideText', { what: 'note', id: 'note-0005', reason: 'dato_personale' });
  for (const session of ['session-001', 'session-002'])
    g.done(session === 'session-001' ? ada : bea, 'endSession', { session });
  g.done(ada, 'beginReport', { topic: 'topic-0001', fromNotes: true });
  const report = (field: string, text: string) =>
    g.done(ada, 'writeReport', { topic: 'topic-0001', field, text, rev: 0 });
  report('summary', 'Le case ci sono.');
  report('agreements', 'Serve un elenco.');
  report('distances', 'Su chi paga, no.');
  const row = (item: string, kind: string, text: string, more = {}) =>
    g.done(ada, 'addItem', { topic: 'topic-0001', item, kind, text, ...more });
  row('item-0001', 'richiesta', 'Un ufficio solo\nper gli sfratti', { who: 'Ada', byWhen: 'a giugno' });
  row('item-0002', 'prossimo_passo', 'Contare le case sfitte');
  row('item-0003', 'richiesta', 'Riga nascosta');
  row('item-0004', 'richiesta', 'Richiesta poi nascosta');
  const photo = { photo: 'photo-001', hash: 'a'.repeat(64), w: 800, h: 600 };
  g.done(ada, 'attachPhoto', { topic: 'topic-0001', ...photo, caption: 'Il cartellone delle case' });
  g.done(ada, 'publishReport', { topic: 'topic-0001' });
  g.done(chief, 'hideText', { what: 'item', id: 'item-0003', reason: 'altro' });
  g.done(bea, 'setOutcome', { topic: 'topic-0002', outcome: 'only_convener', reason: 'pioveva' });
  g.done(chief, 'announce', { announcement: 'announce-1', text: 'Si mangia alle 13.', kind: 'mattino' });
  g.done(chief, 'announce', { announcement: 'announce-2', text: 'Annuncio sbagliato.' });
  g.done(chief, 'withdrawAnnouncement', { announcement: 'announce-2' });
  g.done(chief, 'markSpace', { space: 'room-002', at: { x: 250, y: 100 } });
  g.done(chief, 'changePhase', { phase: 'voting' });
  g.done(chief, 'openVoting', { quota: 5 });
  g.done(ada, 'placeDots', { topic: 'topic-0001', dots: 2 });
  g.done(dino, 'placeDots', { topic: 'topic-0002', dots: 1 });
  g.done(chief, 'enterPaperVotes', { batch: 'batch-001', voters: 4, dots: { 'topic-0002': 6 } });
  g.done(chief, 'closeVoting', {});
  g.done(ada, 'makeCluster', {
    cluster: 'cluster-01',
    name: 'Abitare',
    topics: ['topic-0001', 'topic-0002'],
  });
  const action = { action: 'action-001', cluster: 'cluster-01', topic: 'topic-0001' };
  g.done(ada, 'startAction', {
    ...action,
    title: 'Mappa delle case',
    what: 'Contare porta a porta.',
    resources: 'Due biciclette',
    byWhen: 'entro luglio',
    due: '2014-07-31',
    nextStep: 'Trovarsi lunedì',
  });
  for (const who of [bea, carlo]) g.done(who, 'joinAction', { action: 'action-001', on: true });
  g.done(bea, 'startAction', { action: 'action-002', title: 'Azione nascosta' });
  g.done(chief, 'hideText', { what: 'action', id: 'action-002', reason: 'altro' });
  g.done(chief, 'setClosingWord', { on: true });
  g.done(ada, 'sayWord', { word: 'word-0001', text: 'Coraggio' });
  for (const who of [ada, dino, eva]) g.done(who, 'signBook', { signs: true });
  return g;
}

/** The listening meeting: two prompts, of which one has no answer, and an idea to none. */
export function listening() {
  const g = bench(gathering, Date.UTC(2014, 0, 20, 7, 0));
  g.done(chief, 'openGathering', {
    gathering: 'ascolto-001',
    code: 'ASCOLTO',
    path: 'path-0001',
    format: 'listening',
    title: 'Ascolto di gennaio',
    question: '',
    days: ['2014-01-20'],
  });
  const ada = seated(g, 'ada', 'volontariato');
  g.done(chief, 'setProgramme', {
    prompts: [
      { id: 'prompt-01', text: 'Che cosa manca?' },
      { id: 'prompt-02', text: 'Che cosa c’è già?' },
    ],
    speakers: ['Ada Verdi, volontaria'],
    materials: [
      { id: 'paper-001', title: 'Le slide', href: 'https://example.org/slide' },
      { id: 'paper-002', title: 'Il foglio', href: 'http://example.org/foglio' },
      { id: 'paper-003', title: 'La mappa', href: '' },
    ],
    minutes: 'Si comincia alle nove.',
  });
  const share = (idea: string, text: string, more = {}) =>
    g.done(ada, 'shareIdea', { idea, text, prompt: 'prompt-01', ...more });
  share('idea-0001', 'Manca un pulmino.', { kind: 'bisogno' });
  share('idea-0002', 'Idea nascosta.');
  share('idea-0003', 'Un’idea fuori domanda.', { prompt: null });
  g.done(chief, 'hideText', { what: 'idea', id: 'idea-0002', reason: 'altro' });
  return g.state;
}

const AREAS = [
  { id: 'area-casa', label: 'Casa', traditional: true },
  { id: 'oltre_i_target', label: 'Oltre i target', traditional: false },
];

/** The whole year, and its gatherings. */
export function workedPath() {
  const hall = market();
  const gatherings = [hall.state, listening()];
  const look = (ref: string) => gatherings.map((g) => lookIn(g, ref)).find(Boolean) ?? null;
  const p = bench(programming, Date.UTC(2014, 8, 1, 8, 0), look);
  const done = (type: string, words: object) => p.done(planner, type, words);
  done('openPath', {
    path: 'path-0001',
    code: 'ESEMPIO',
    title: 'Un anno d’esempio',
    year: 2014,
    programmingYear: 2015,
    promoter: 'Nuovo Ufficio di Piano',
    body: 'Unione delle Terre d’Argine',
    method: 'Community Lab',
    intro: 'Perché si comincia.',
    municipalities: ['Carpi', 'Soliera'],
    objectives: ['Primo obiettivo', 'Secondo obiettivo'],
    areas: AREAS,
    headings: ['Descrizione', 'Piano finanziario'],
    licence: 'CC-BY-4.0',
    phases: [
      {
        ...{ id: 'phase-002', label: 'Fase seconda', order: 2, dateText: 'da maggio', dateStatus: 'svolto' },
        ...{ from: '2014-05-01', to: '2014-05-31' },
      },
      {
        ...{ id: 'phase-001', label: 'Fase prima', order: 1, dateText: 'a gennaio', dateStatus: 'previsto' },
        ...{ from: null, to: null },
      },
      {
        ...{ id: 'phase-003', label: 'Un giorno solo', order: 3, dateText: '', dateStatus: 'confermato' },
        ...{ from: '2014-06-01', to: '2014-06-01' },
      },
    ],
    sectors: [
      { id: 'sector-001', label: 'Scuole', order: 1, parent: null },
      { id: 'sector-002', label: 'Nidi', order: 2, parent: 'sector-001' },
      { id: 'sector-003', label: 'Imprese', order: 3, parent: null },
      { id: 'altri_punti_di_vista', label: 'Altri', order: 4, parent: null },
    ],
  });
  done('addMeeting', {
    id: 'meeting-01',
    phase: 'phase-002',
    kind: 'ost',
    title: 'Il mercato',
    date: '2014-05-17',
    dateStatus: 'svolto',
    venue: 'Palestra grande',
    gathering: 'mercato-001',
    speakers: ['Prof. Rossi'],
    agenda: ['Case', 'Orti'],
  });
  done('addMeeting', {
    id: 'meeting-02',
    phase: 'phase-001',
    kind: 'presentazione_ascolto',
    title: 'Nelle scuole',
    date: '2014-01-15',
    dateStatus: 'svolto',
    sectors: ['sector-001'],
    attendance: 30,
    minutes: 'Verbale delle scuole.',
    materials: [{ title: 'Volantino', href: 'https://example.org/v' }],
  });
  done('addMeeting', { id: 'meeting-03', title: 'Da fissare', dateText: 'in autunno' });
  done('addMeeting', { id: 'meeting-04', title: 'Senza data' });
  done('addOrganization', {
    ...{ id: 'organization-1', name: 'Acer', sector: 'sector-003', municipality: 'Carpi' },
    ...{ alreadyInvolved: true, institutionalRole: 'gestore' },
  });
  done('addOrganization', { id: 'organization-2', name: 'Condominio Sole' });
  done('addTable', {
    ...{ id: 'table-0001', name: 'Tavolo casa', object: 'le case', existing: true, lead: 'Anna' },
    areas: ['area-casa', 'area-perduta'],
  });
  done('addTable', { id: 'table-0002', name: 'Tavolo orti', object: 'gli orti', rationale: 'nuovo' });
  done('addTable', { id: 'table-0003', name: 'Tavolo vecchio', object: 'altro', existing: true });
  done('renameTable', { id: 'table-0001', name: 'Tavolo abitare', rationale: 'non solo case' });
  done('redefineTable', { id: 'table-0001', object: 'abitare insieme', rationale: 'più largo' });
  done('addInvitation', {
    ...{ id: 'invitation-1', meeting: 'meeting-01', organization: 'organization-2' },
    ...{ reason: 'vede le scale', status: 'presente', newVoice: true },
  });
  done('addInvitation', {
    ...{ id: 'invitation-2', meeting: 'meeting-01', profile: 'Amministratori', reason: 'vedono i conti' },
    ...{ status: 'declinato', table: 'table-0001' },
  });
  done('addExperience', {
    ...{ id: 'experience-1', title: 'Casa aperta', place: 'Torino', what: 'Case condivise.' },
    ...{ taken: 'Si può fare.', href: 'https://example.org/casa' },
  });
  done('addExperience', { id: 'experience-2', title: 'Orto aperto', what: 'Orti condivisi.' });
  done('importPaper', {
    meeting: 'meeting-02',
    lines: [
      { id: 'paper-line-1', text: 'Un nido in più.', kind: 'bisogno', sector: 'sector-002', strands: ['C'] },
      { id: 'paper-line-2', text: 'Un pulmino la sera.', where: 'cartellone 3' },
    ],
  });
  done('importPaper', { lines: [{ id: 'paper-line-3', text: 'Foglio sciolto.' }] });
  const said = {
    house: 'mercato-001/note/note-0001',
    fund: 'mercato-001/note/note-0003',
    against: 'mercato-001/note/note-0006',
    request: 'mercato-001/item/topic-0001.item-0001',
    report: 'mercato-001/report/topic-0001.summary',
    action: 'mercato-001/action/action-001',
    idea: 'ascolto-001/idea/idea-0001',
    dots: 'mercato-001/votes/topic-0002',
    paper: 'path-0001/paper/paper-line-1',
    hidden: 'mercato-001/note/note-0007',
  };
  done('makeCode', {
    ...{ id: 'code-0001', label: 'Abitare', definition: 'Il bisogno di casa', family: 'Forme del disagio' },
    ...{ area: 'area-casa', status: 'consolidato', colour: '#aa0000', symbol: 'A', participatory: 'si' },
  });
  done('makeCode', { id: 'code-0002', label: 'Affitti', parent: 'code-0001' });
  done('makeCode', { id: 'code-0003', label: 'Canoni' });
  done('codeWords', {
    ...{ id: 'coding-001', ref: said.house, start: 0, end: 8, codes: ['code-0001', 'code-0003'] },
    ...{ memo: 'da rileggere', star: true },
  });
  p.done(other, 'codeWords', {
    ...{ id: 'coding-002', ref: said.house, start: 9, end: 13, codes: ['code-0002'], second: true },
    ...{ contrast: true, certainty: 'incerta' },
  });
  done('codeWords', { id: 'coding-003', ref: said.hidden, start: 0, end: 6, codes: ['code-0001'] });
  done('mergeCode', { id: 'code-0003', into: 'code-0002' });
  done('markReading', { ref: said.fund, state: 'letto', memo: 'chiedere a Carlo' });
  done('setAside', { ref: said.request, reason: 'già chiesto' });
  done('addNeed', {
    ...{ id: 'need-0001', title: 'Casa per chi è solo', description: 'Case piccole.', beyondTarget: true },
    ...{ areas: ['area-casa', 'oltre_i_target'], affectedGroups: 'giovani', hardship: 'solitudine' },
    ...{ participatory: 'come', participatoryHow: 'in assemblea', table: 'table-0001' },
  });
  done('addNeed', { id: 'need-0002', title: 'Terra da coltivare' });
  done('addProposal', {
    ...{ id: 'proposal-1', title: 'Fondo affitti', description: 'Garantire il canone.' },
    ...{ levels: ['comune', 'regione'], goesTowardCitizens: true, beyondTarget: true },
    ...{ table: 'table-0001', needs: ['need-0001', 'need-0002'] },
  });
  done('addProposal', { id: 'proposal-2', title: 'Orti in prestito', needs: ['need-0002'] });
  done('addProposal', { id: 'proposal-3', title: 'Proposta senza bisogno', table: 'table-0002' });
  done('giveOutcome', { id: 'proposal-1', outcome: 'accolta_in_parte', reason: 'per due anni' });
  done('giveOutcome', { id: 'proposal-2', outcome: 'non_accolta', reason: 'manca la terra' });
  const member = (id: string, words: object) => done('addMember', { id, table: 'table-0001', ...words });
  member('member-001', { organization: 'organization-1', role: 'coordina' });
  member('member-002', { label: 'Vicini di casa', role: 'invitato', isNew: true, why: 'mai sentiti' });
  done('addProject', {
    ...{ id: 'project-01', code: 'P1', title: 'Alloggi', area: 'area-casa', holder: 'Acer' },
    ...{ results: 'Dieci alloggi.', table: 'table-0001' },
  });
  done('addProject', { id: 'project-02', code: 'P2', title: 'Sportello' });
  done('assessProject', { id: 'project-01', assessment: 'rivisitabile', reason: 'troppo lento' });
  const resource = (id: string, words: object) => done('addResource', { id, ...words });
  resource('resource-01', {
    ...{ project: 'project-01', description: 'Affitti', cents: 1_234_567, source: 'fsl' },
    mobility: 'fluttuante',
  });
  resource('resource-02', {
    ...{ project: 'project-01', kind: 'umana', description: 'Operatori', cents: 500_010, hours: 12.5 },
    ...{ mobility: 'intoccabile', constraint: 'contratto', constraintNote: 'fino al 2016' },
    ...{ source: 'altri_soggetti', sourceNote: 'Fondazione' },
  });
  resource('resource-03', { project: 'project-02', kind: 'umana', hours: 4, source: 'comuni_unione' });
  resource('resource-04', { description: 'Una sala', kind: 'spazio' });
  done('addGoal', {
    ...{ id: 'goal-0001', code: 'O1', statement: 'Aprire dieci case', objective: 2, table: 'table-0001' },
    ...{ needs: ['need-0001'], proposals: ['proposal-1', 'proposal-3'], projects: ['project-01'] },
    ...{ resources: ['resource-01'], who: 'Acer', where: 'a Carpi', when: 'in primavera', due: '2015-05-31' },
    ...{ indicator: 'case aperte', baseline: 'due', target: 'dieci', done: 'contratti firmati' },
    status: 'condiviso',
  });
  done('addGoal', {
    id: 'goal-0002',
    code: 'O2',
    statement: 'Trovare la terra',
    noBaseline: 'mai contata',
    due: '2015-12-31',
  });
  const measure = (id: string, words: object) => done('addMeasure', { id, goal: 'goal-0001', ...words });
  measure('measure-01', { kind: 'partenza', date: '2014-09-01', value: 2 });
  measure('measure-02', { kind: 'misura', date: '2014-11-30', value: 4.5, note: 'metà e mezza' });
  const link = (id: string, what: string, target: string, ref: string, more = {}) =>
    done('linkEvidence', { id, what, target, ref, ...more });
  link('evidence-01', 'need', 'need-0001', said.house, { note: 'la prima' });
  link('evidence-02', 'need', 'need-0001', said.paper);
  link('evidence-03', 'need', 'need-0001', said.against, { relation: 'contrasta' });
  link('evidence-04', 'proposal', 'proposal-1', said.fund, { relation: 'sostiene' });
  link('evidence-05', 'project', 'project-01', said.request);
  link('evidence-06', 'goal', 'goal-0001', said.action);
  link('evidence-07', 'table', 'table-0001', said.report);
  link('evidence-08', 'table', 'table-0001', said.idea);
  link('evidence-09', 'table', 'table-0002', said.dots);
  link('evidence-10', 'table', 'table-0002', 'mercato-001/note/note-0004');
  link('evidence-11', 'need', 'need-0002', said.dots);
  link('evidence-12', 'goal', 'goal-0002', 'mercato-001/votes/topic-0001');
  link('evidence-13', 'need', 'need-0002', said.hidden);
  link('evidence-14', 'table', 'table-0002', 'path-0001/minutes/meeting-02', { start: 0, end: 7 });
  for (const [n, ref] of [said.house, said.against, said.paper, said.idea, said.report].entries())
    link(`evidence-2${n}`, 'proposal', 'proposal-2', ref);
  done('takeRequest', { id: 'request-01', ref: said.request });
  done('takeRequest', { id: 'request-02', text: 'Un tavolo al mese', from: 'una signora' });
  done('takeRequest', { id: 'request-03', ref: 'mercato-001/item/topic-0001.item-0004' });
  done('answerRequest', { id: 'request-01', answer: 'quando', reason: 'serve personale', when: 'nel 2016' });
  done('addSheet', {
    ...{ id: 'sheet-0001', kind: 'scheda_intervento', title: 'Scheda case', table: 'table-0001' },
    goals: ['goal-0001'],
    parts: [
      { heading: 'Descrizione', text: 'Aprire le case sfitte.' },
      { heading: 'Piano finanziario', text: '' },
      { heading: 'Obiettivo', text: 'Aprire dieci case' },
      { heading: 'Note', text: '' },
    ],
  });
  done('addSheet', {
    ...{ id: 'sheet-0002', kind: 'scheda_intervento', title: 'Scheda vuota' },
    parts: [{ heading: 'Descrizione', text: '' }],
  });
  done('addSheet', {
    ...{ id: 'sheet-0003', kind: 'programma_attuativo', title: 'Programma 2015' },
    parts: [
      { heading: 'Premessa', text: 'Che cosa si farà.' },
      { heading: 'Vuota', text: '' },
    ],
  });
  done('addSheet', {
    ...{ id: 'sheet-0004', kind: 'patto', title: 'Il patto' },
    parts: [{ heading: 'Patto', text: 'Ci impegniamo.' }],
  });
  done('addTable', { id: 'table-0004', name: 'Tavolo nord', object: 'il nord', existing: true });
  done('addTable', { id: 'table-0005', name: 'Tavolo sud', object: 'il sud', existing: true });
  done('addNeed', { id: 'need-0003', title: 'Un ponte', table: 'table-0004' });
  const both = { from: ['table-0004', 'table-0005'], rationale: 'meglio insieme' };
  done('mergeTables', { id: 'table-0006', name: 'Tavolo unito', object: 'nord e sud', ...both });
  done('closeTable', { id: 'table-0003', rationale: 'finito' });
  const step = { body: 'Comitato di Distretto', date: '2014-12-02' };
  const things = [
    ...['proposal-1', 'proposal-2'].map((id) => ({ what: 'proposal', id })),
    ...['goal-0001', 'goal-0002'].map((id) => ({ what: 'goal', id })),
    ...['meeting-01', 'meeting-02'].map((id) => ({ what: 'meeting', id })),
    { what: 'table', id: 'table-0001' },
    { what: 'request', id: 'request-01' },
    { what: 'request', id: 'request-03' },
  ];
  done('publishThings', { id: 'step-0001', things, ...step });
  done('withdrawThings', {
    id: 'step-0002',
    things: [{ what: 'goal', id: 'goal-0002' }],
    reason: 'per errore',
  });
  done('reviseProposal', { id: 'proposal-1', title: 'Fondo per gli affitti' });
  done('removeThing', { what: 'experience', id: 'experience-2' });
  // Withheld after they were linked, asked and published.
  hall.done(chief, 'hideText', { what: 'note', id: 'note-0007', reason: 'altro' });
  hall.done(chief, 'hideText', { what: 'item', id: 'item-0004', reason: 'altro' });
  return { path: p.state, gatherings, look, facts: hall.facts };
}

/** A path of which nobody has written anything yet. */
export function blankPath() {
  const p = bench(programming, Date.UTC(2014, 8, 1, 8, 0));
  p.done(planner, 'openPath', {
    path: 'path-0002',
    code: 'VUOTO',
    title: 'Un anno vuoto',
    year: 2014,
    demo: true,
  });
  p.done(planner, 'addTable', { id: 'table-0001', name: 'Tavolo solo' });
  p.done(planner, 'addGoal', { id: 'goal-0001', code: 'O1', statement: 'Un obiettivo' });
  return p.state;
}
