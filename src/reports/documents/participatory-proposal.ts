/** Documento di proposta partecipata (L.R. Emilia-Romagna 15/2018): the document handed to whoever decides. */
import { type Block, type Doc, heading, lead, page, prose, text } from '../document';
import { areaNames, caveat, docOf, groundedIn, type Setting, tableName, word } from './document-parts';
import { cover, held, premise, toFill } from './participation-parts';

type Proposal = Setting['data']['proposals'][number];

/** The results of the process, before anybody has decided upon it. */
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
