/** September to December: goals for 2015, their sheets, and the published answers. */
import { founding, HEADINGS } from '@/domain/programming/founding-document';
import { ground, type On } from './path-asking';
import { projectId } from './path-carried';
import { GOALS, MEASURES, PACT, SHEETS } from './path-goals';
import { PROPOSALS, REQUESTS } from './path-needs';
import { evidenceOf, refOf } from './path-refs';
import { JANUARY, ORGANIZATIONS } from './path-said';
import { PROJECTS, TABLES } from './path-tables';

export function resolve(on: On): void {
  for (const { words, ...goal } of GOALS) {
    on('2014-09-15', '09:00', 'addGoal', { ...goal, status: 'condiviso' });
    ground(on, '2014-09-15', '10:00', 'goal', goal.id, evidenceOf(words));
    on('2014-10-06', '09:00', 'addSheet', sheetOf(goal));
  }
  for (const [goal, kind, date, value, note] of MEASURES)
    on('2014-12-09', '09:00', 'addMeasure', {
      id: `misura-${goal.slice(-1)}-${date}`,
      goal,
      kind,
      date,
      value,
      note,
    });
  REQUESTS.forEach(([row, answer, reason, when], i) => {
    const id = `richiesta-${i + 1}`;
    on('2014-06-18', '09:00', 'takeRequest', {
      id,
      ref: refOf(row),
      from: `Report del T${row.slice(1).split('.')[0]?.padStart(2, '0')}`,
    });
    if (answer) on('2014-12-01', '10:00', 'answerRequest', { id, answer, reason, when });
  });
  on('2014-06-18', '10:00', 'setAside', {
    ref: refOf('i1.2'),
    reason: 'È un passo che il gruppo fa da sé: non aspetta una risposta.',
  });
  on('2014-11-10', '09:00', 'addSheet', {
    id: 'programma-2015',
    kind: 'programma_attuativo',
    title: 'Programma attuativo 2015',
    goals: GOALS.map((g) => g.id),
    parts: [
      { heading: 'Il territorio', text: 'Quattro comuni, un’Unione, due anni dopo il terremoto.' },
      {
        heading: 'Scelte e priorità',
        text: founding.objectives.map((o, i) => `${i + 1}. ${o}`).join('\n'),
      },
      {
        heading: 'Come si è costruito',
        text: 'Da gennaio a maggio 2014: sette ascolti, un incontro tematico, un Open Space. Ogni obiettivo porta le parole da cui viene.',
      },
    ],
    status: 'bozza',
  });
  on('2014-11-11', '09:00', 'addSheet', {
    id: 'patto-due-pagine',
    kind: 'patto',
    title: 'Il Patto in due pagine',
    table: 'tavolo-cabina',
    goals: ['obiettivo-5'],
    parts: [{ heading: 'Regole', text: PACT }],
    status: 'bozza',
  });
  publish(on);
}

/**
 * In December the committee's answers are published, with the tables and the goals; meetings are published as they are
 * held.
 */
function publish(on: On): void {
  const step = (day: string, hour: string, id: string, things: { what: string; id: string }[]) =>
    on(day, hour, 'publishThings', { id, things, body: 'Comitato di Distretto', date: day });
  for (const { id, day } of JANUARY) step(day, '20:00', `pubblica-${id}`, [{ what: 'meeting', id }]);
  step('2014-02-08', '15:00', 'pubblica-febbraio', [{ what: 'meeting', id: 'incontro-febbraio' }]);
  step('2014-05-20', '09:00', 'pubblica-maggio', [{ what: 'meeting', id: 'incontro-ost' }]);
  step('2014-12-02', '09:00', 'pubblica-dicembre', [
    ...PROPOSALS.map(({ id }) => ({ what: 'proposal', id })),
    ...REQUESTS.map((_, i) => ({ what: 'request', id: `richiesta-${i + 1}` })),
    ...TABLES.map(({ id }) => ({ what: 'table', id })),
    ...GOALS.map(({ id }) => ({ what: 'goal', id })),
  ]);
}

function sheetOf(goal: Omit<(typeof GOALS)[number], 'words'>): Record<string, unknown> {
  const table = TABLES.find((t) => t.id === goal.table);
  const hours = PROJECTS.filter((p) => goal.projects?.includes(projectId(p.code))).reduce(
    (n, p) => n + p.hours[0] + p.hours[1],
    0,
  );
  const own: Record<string, string> = {
    Denominazione: goal.statement,
    'Area o obiettivo di riferimento': founding.objectives[(goal.objective ?? 1) - 1] ?? '',
    Referente: goal.who ?? '',
    'Ambito territoriale': goal.where ?? '',
    Motivazione: table?.rationale ?? '',
    'Istituzioni e attori sociali coinvolti': [
      ...(table?.sits ?? []),
      ...(table?.fresh ?? []).map(([who]) => who),
    ]
      .map((who) => ORGANIZATIONS.find(([id]) => id === who)?.[1] ?? who)
      .join('; '),
    // The financial plan stays empty here: documents compute it from the projects' resources.
    'Risorse umane': hours > 0 ? `${hours} ore alla settimana nei progetti collegati` : '',
    'Risultati attesi e indicatori': `${goal.indicator}: ${goal.target}`,
    ...SHEETS[goal.id],
  };
  return {
    id: `scheda-${goal.id}`,
    kind: 'scheda_intervento',
    title: goal.statement.slice(0, 200),
    table: goal.table,
    goals: [goal.id],
    parts: HEADINGS.map((heading) => ({ heading, text: own[heading] ?? '' })),
    status: 'bozza',
  };
}
