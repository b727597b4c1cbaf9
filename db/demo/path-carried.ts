/** June to September: tables re-elaborated, needs and proposals with their evidence, projects with their resources. */
import { ground, type On } from './path-asking';
import { NEEDS, OF_PROJECTS, PROPOSALS } from './path-needs';
import { evidenceOf } from './path-refs';
import { OLD_TABLES, PROJECTS, TABLES } from './path-tables';
import { topicId } from './day';

/** The funding source of each project's money, where it is not the municipalities: all invented. */
const FUNDED: Record<string, string> = {
  P02: 'fsl',
  P07: 'frna',
  P09: 'frna',
  P10: 'fsl',
  P03: 'altri_soggetti',
};

export const projectId = (code: string): string => `progetto-${code.toLowerCase()}`;

export function carry(on: On): void {
  for (const table of OLD_TABLES) on('2014-06-03', '09:00', 'addTable', { ...table, existing: true });
  tables(on);
  for (const { words, ...need } of NEEDS) {
    on('2014-06-16', '09:00', 'addNeed', need);
    ground(on, '2014-06-16', '10:00', 'need', need.id, evidenceOf(words));
  }
  for (const { words, outcome, reason, ...proposal } of PROPOSALS) {
    on('2014-06-17', '09:00', 'addProposal', proposal);
    ground(on, '2014-06-17', '10:00', 'proposal', proposal.id, evidenceOf(words));
    if (outcome) on('2014-12-01', '09:00', 'giveOutcome', { id: proposal.id, outcome, reason });
  }
  projects(on);
}

function tables(on: On): void {
  for (const { id, from, name, object, rationale, lead, areas, status, sits, fresh, voices } of TABLES) {
    const [day, hour] = ['2014-06-10', '09:00'] as const;
    if (from.length === 1) {
      on(day, hour, 'renameTable', { id, name, rationale });
      on(day, hour, 'redefineTable', { id, object, rationale });
    } else if (from.length > 1) on(day, hour, 'mergeTables', { id, name, object, from, rationale });
    else on(day, hour, 'addTable', { id, name, object, rationale });
    // A value that is already set is not sent again.
    on(day, '10:00', 'reviseTable', { id, lead, areas, status });
    const seat = (who: string) => (who.startsWith('ente-') ? { organization: who } : { label: who });
    const sitter = (n: number) => `siede-${id}-${n}`;
    sits.forEach((who, i) => {
      const role = i === 0 ? 'coordina' : 'partecipa';
      on(day, '11:00', 'addMember', { id: sitter(i + 1), table: id, ...seat(who), role });
    });
    fresh.forEach(([who, why], i) => {
      const invited = who.startsWith('ente-') ? { organization: who } : { profile: who };
      const asked = { table: id, reason: why, newVoice: true, status: 'invitato', ...invited };
      on(day, '11:30', 'addMember', {
        id: sitter(sits.length + i + 1),
        table: id,
        ...seat(who),
        role: 'invitato',
        isNew: true,
        why,
      });
      on(day, '12:00', 'addInvitation', { id: `invito-${id}-${i + 1}`, ...asked });
    });
    const topics = voices.map((n) => ({ ref: `demo-ost-carpi/topic/${topicId(n)}`, relation: 'fonda' }));
    ground(on, day, '12:30', 'table', id, topics);
  }
}

function projects(on: On): void {
  const rows = PROJECTS.map(({ floating, untouchable, constraint, hours, reason, ...project }) => ({
    ...project,
    id: projectId(project.code),
    assessmentReason: reason,
    resources: [
      ['economica', 'fluttuante', floating, null] as const,
      ['economica', 'intoccabile', untouchable, null] as const,
      ['umana', 'fluttuante', null, hours[0]] as const,
      ['umana', 'intoccabile', null, hours[1]] as const,
    ]
      .filter(([, , euro, spent]) => (euro ?? spent ?? 0) > 0)
      .map(([kind, mobility, euro, spent], i) => ({
        id: `risorsa-${project.code.toLowerCase()}-${i + 1}`,
        ...{ kind, mobility, description: '', constraintNote: '', hours: spent, sourceNote: '' },
        source: kind === 'economica' ? (FUNDED[project.code] ?? 'comuni_unione') : 'non_detta',
        cents: euro === null ? null : euro * 100,
        constraint: mobility === 'intoccabile' ? constraint : null,
      })),
  }));
  on('2014-07-01', '09:00', 'importProjects', { rows });
  on('2014-07-02', '09:00', 'hintProject', {
    id: 'segnalazione-1',
    project: projectId('P06'),
    judgement: 'scarsa_utilita',
    reason: 'Chi c’era l’anno scorso non ricorda di che cosa si parlò.',
  });
  for (const [code, words] of Object.entries(OF_PROJECTS))
    ground(on, '2014-07-02', '10:00', 'project', projectId(code), evidenceOf(words));
}
