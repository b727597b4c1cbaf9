/** The two papers of L.R. Emilia-Romagna 15/2018: the document handed to whoever decides, and the final report of the process. */
import { type Block, type Doc, heading, lead, list, page, prose, table, text } from '../document';
import { invitations, meetings, phases, sectors } from './path-document';
import {
  areaNames,
  caveat,
  day,
  docOf,
  groundedIn,
  type Setting,
  section,
  tableName,
  word,
} from './document-parts';

type Proposal = Setting['data']['proposals'][number];

/** A line the body fills by hand: the program does not know it, and does not pretend to. */
const toFill = ({ say }: Setting, label: string): Block[] => lead(label, say('documents.toFill'));

function cover(setting: Setting): Block[] {
  const { data, say } = setting;
  return [
    ...lead(say('documents.observatory.title'), data.path.title ?? ''),
    ...lead(say('documents.ppDecider'), data.path.body || say('documents.toFill')),
    ...lead(say('documents.ppResponsible'), data.path.promoter || say('documents.toFill')),
    ...toFill(setting, say('documents.ppCurator')),
  ];
}

const premise = (setting: Setting): Block[] => {
  const { data, say } = setting;
  return [
    ...section(say('documents.ppPremise'), prose(data.path.intro ?? '')),
    ...section(say('documents.objectives'), list(data.path.objectives ?? [])),
    ...lead(say('documents.municipalities'), (data.path.municipalities ?? []).join(', ')),
  ];
};

const held = (setting: Setting): Block[] => [
  ...phases(setting),
  ...meetings(setting),
  ...section(setting.say('documents.sectors'), list(sectors(setting))),
];

/** Documento di proposta partecipata: what comes out of the process, before anybody has decided upon it. */
export function participatoryProposal(setting: Setting): Doc {
  const { data, say } = setting;
  return docOf(setting, 'proposta-partecipata', say('documents.ppTitle'), [
    text(say('documents.ppLaw')),
    ...cover(setting),
    ...toFill(setting, say('documents.ppApproved')),
    ...toFill(setting, say('documents.ppSent')),
    ...premise(setting),
    ...held(setting),
    page,
    heading(2, say('documents.ppOutcome')),
    text(say('documents.ppOutcomeCounts', { n: data.proposals.length, needs: data.needs.length })),
    caveat(say),
    ...byTable(setting).flatMap(([name, proposals]): Block[] => [
      heading(2, name || say('documents.ppNoTable')),
      ...proposals.flatMap((p) => proposal(setting, p)),
    ]),
    heading(2, say('documents.ppMonitoring')),
    text(say('documents.observatory.followUpText')),
    ...toFill(setting, say('documents.ppMonitoringHow')),
  ]);
}

/** Proposals under the work table they are of, in the tables' order; those of none come last. */
function byTable({ data }: Setting): [string, Proposal[]][] {
  const ids = [...data.workTables.map((t) => t.id), ...data.closedTables.map((t) => t.id), null];
  return ids.flatMap((id): [string, Proposal[]][] => {
    const own = data.proposals.filter((p) => p.workTable === id);
    return own.length > 0 ? [[tableName(data, id), own]] : [];
  });
}

function proposal(setting: Setting, p: Proposal): Block[] {
  const { data, say } = setting;
  const needs = data.needs.filter((n) => p.needs.includes(n.id));
  return [
    heading(3, p.title),
    ...prose(p.description),
    ...lead(say('documents.needs'), needs.map((n) => n.title).join('; ')),
    ...lead(say('documents.areas'), areaNames(data, [...new Set(needs.flatMap((n) => n.areas))])),
    ...lead(say('documents.levels'), p.levels.map((l) => word(say, l)).join(', ')),
    ...groundedIn(setting, p.id, 4),
  ];
}

/** Relazione finale: how the process went, what was answered, and what follows. */
export function finalReport(setting: Setting): Doc {
  const { data, say } = setting;
  return docOf(setting, 'relazione-finale', say('documents.frTitle'), [
    text(say('documents.ppLaw')),
    ...cover(setting),
    heading(2, say('documents.frSummary')),
    text(summary(setting)),
    ...toFill(setting, say('documents.frSummaryWords')),
    ...premise(setting),
    heading(2, say('documents.frProcess')),
    ...lead(say('documents.observatory.method'), data.path.method || say('documents.toFill')),
    ...held(setting),
    ...invitations(setting),
    ...lead(say('documents.frNewOrganizations'), newOrganizations(setting)),
    ...toFill(setting, say('documents.frGender')),
    ...toFill(setting, say('documents.frSatisfaction')),
    ...toFill(setting, say('documents.frCommunication')),
    ...toFill(setting, say('documents.frCosts')),
    page,
    heading(2, say('documents.frResults')),
    answers(setting),
    ...section(say('documents.goals'), list(data.goals.map((g) => goalLine(setting, g)))),
    heading(2, say('documents.ppMonitoring')),
    text(say('documents.observatory.followUpText')),
    ...toFill(setting, say('documents.frAhead')),
  ]);
}

function summary({ data, say }: Setting): string {
  const done = data.gatherings.filter((g) => g.dateStatus === 'svolto');
  return say('documents.frCounts', {
    meetings: done.length,
    present: done.reduce((n, g) => n + (g.attendance ?? g.people ?? 0), 0),
    said: data.sources.length,
    needs: data.needs.length,
    proposals: data.proposals.length,
  });
}

const newOrganizations = ({ data }: Setting): string =>
  data.organizations
    .filter((o) => !o.alreadyInvolved)
    .map((o) => o.name)
    .join(', ');

/** Counts proposals and requests by answer; those without an answer are counted too. */
function answers({ data, say }: Setting): Block {
  const kinds = [...new Set(data.outcomes.map((o) => o.outcome))];
  const count = (what: string, outcome: string): string =>
    String(data.outcomes.filter((o) => o.what === what && o.outcome === outcome).length);
  return table(
    say('documents.frResults'),
    [say('documents.outcome'), say('documents.proposals'), say('documents.requests')],
    kinds.map((k) => [word(say, k), count('proposta', k), count('richiesta', k)]),
    { figures: [1, 2], widths: [5, 2, 2] },
  );
}

const goalLine = ({ say }: Setting, g: Setting['data']['goals'][number]): string =>
  [
    `${g.code}. ${g.statement}`,
    g.indicator && `${say('documents.indicator')}: ${g.indicator}`,
    g.when || day(say, g.due),
  ]
    .filter(Boolean)
    .join(' · ');
