/** Relazione finale (L.R. Emilia-Romagna 15/2018): how the process went, what was answered, and what follows. */
import { type Block, type Doc, heading, lead, list, page, table, text } from '../document';
import { day, docOf, type Setting, section, word } from './document-parts';
import { cover, held, premise, toFill } from './participation-parts';
import { invitations } from './path-document';

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
