/** Dossier del tavolo: everything a work table needs to start from people's words (domain §2.4). */
import { type Block, type Doc, heading, lead, list, table, text } from '../document';
import type { PathExport } from '../path-json';
import { projectTable } from './project-table';
import { areaNames, day, docOf, groundedIn, type Setting, section, word } from './document-parts';

type Table = PathExport['workTables'][number];

export function dossier(setting: Setting, id: string): Doc | null {
  const { data, say } = setting;
  const t = [...data.workTables, ...data.closedTables].find((x) => x.id === id);
  if (!t) return null;
  return docOf(setting, `dossier-${t.newName}`, say('documents.dossierOf', { name: t.newName }), [
    ...identity(setting, t),
    ...section(say('documents.people'), people(setting, t)),
    ...section(say('documents.needs'), needs(setting, t)),
    ...section(say('documents.proposals'), proposals(setting, t)),
    ...section(say('documents.projects'), projects(setting, t)),
    ...section(say('documents.goals'), goals(setting, t)),
    ...section(say('documents.wordsOf'), groundedIn(setting, t.id)),
    ...section(say('documents.votes'), votes(setting, t)),
  ]);
}

function identity({ data, say }: Setting, t: Table): Block[] {
  return [
    ...lead(say('documents.workObject'), t.newObject),
    ...lead(say('documents.oldName'), t.oldName === t.newName ? '' : (t.oldName ?? '')),
    ...lead(say('documents.oldObject'), t.oldObject === t.newObject ? '' : (t.oldObject ?? '')),
    ...lead(say('documents.nameStatus'), word(say, t.nameStatus)),
    ...lead(say('documents.rationale'), t.rationale),
    ...lead(say('documents.lead'), t.lead),
    ...lead(say('documents.areas'), areaNames(data, t.areas)),
    ...lead(say('documents.status'), word(say, t.status)),
  ];
}

const people = ({ say }: Setting, t: Table): Block[] =>
  t.members.length === 0
    ? []
    : [
        table(
          say('documents.people'),
          [say('documents.who'), say('documents.role'), say('documents.isNew'), say('documents.why')],
          t.members.map((m) => [m.label, word(say, m.role), m.isNew ? say('documents.yes') : '', m.why]),
          { widths: [4, 2, 2, 5] },
        ),
      ];

function needs(setting: Setting, t: Table): Block[] {
  const { data, say } = setting;
  return data.needs
    .filter((n) => t.needs.includes(n.id))
    .flatMap((n) => [
      heading(3, n.title),
      ...(n.description ? [text(n.description)] : []),
      ...lead(say('documents.affected'), n.affectedGroups),
      ...lead(say('documents.hardship'), n.hardship),
      ...(n.beyondTarget ? [text(say('documents.beyond'))] : []),
      ...groundedIn(setting, n.id),
    ]);
}

function proposals(setting: Setting, t: Table): Block[] {
  const { data, say } = setting;
  return data.proposals
    .filter((p) => t.proposals.includes(p.id))
    .flatMap((p) => [
      heading(3, p.title),
      ...(p.description ? [text(p.description)] : []),
      ...lead(say('documents.levels'), p.levels.map((l) => word(say, l)).join(', ')),
      ...(p.goesTowardCitizens ? [text(say('documents.towards'))] : []),
      ...lead(say('documents.outcome'), [word(say, p.outcome), p.outcomeReason].filter(Boolean).join(': ')),
      ...groundedIn(setting, p.id),
    ]);
}

function projects(setting: Setting, t: Table): Block[] {
  const own = setting.data.projects.filter((p) => t.projects.includes(p.id));
  return own.length === 0 ? [] : [projectTable(setting, own)];
}

const goals = (setting: Setting, t: Table): Block[] =>
  setting.data.goals
    .filter((g) => t.goals.includes(g.id))
    .flatMap((g) => [
      heading(3, `${g.code}. ${g.statement}`),
      ...lead(setting.say('documents.indicator'), g.indicator),
      ...lead(setting.say('documents.baseline'), g.baseline || g.noBaseline),
      ...lead(setting.say('documents.target'), g.target),
      ...lead(setting.say('documents.due'), g.when || day(setting.say, g.due)),
    ]);

/** Dots are shown beside, topic by topic: they are never added to a count of words. */
function votes({ data }: Setting, t: Table): Block[] {
  const topics = new Set(
    data.evidence.filter((e) => e.targetId === t.id && e.topic).map((e) => `${e.gathering} ${e.topic}`),
  );
  return list(
    data.evidence
      .flatMap((e) =>
        e.sourceKind === 'votes' && topics.has(`${e.gathering} ${e.topic}`) ? [e.quote ?? ''] : [],
      )
      .filter((line, i, all) => line !== '' && all.indexOf(line) === i),
  );
}
