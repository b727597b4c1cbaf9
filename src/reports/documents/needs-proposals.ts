/** Quadro bisogni–proposte: each need with its proposals, and the words both come from. */
import { type Block, type Doc, heading, lead, table, text } from '../document';
import { areaNames, caveat, docOf, groundedIn, type Setting, tableName, word } from './document-parts';

export function needsProposals(setting: Setting): Doc {
  const { data, say } = setting;
  const orphans = data.proposals.filter((p) => p.needs.length === 0);
  const beyond = data.needs.filter((n) => n.beyondTarget).length;
  return docOf(setting, 'quadro-bisogni-proposte', say('documents.picture'), [
    text(say('documents.pictureCounts', { needs: data.needs.length, proposals: data.proposals.length })),
    text(say('documents.beyondCount', { beyond, n: data.needs.length })),
    overview(setting),
    caveat(say),
    ...data.needs.flatMap((n): Block[] => [
      heading(2, n.title),
      ...(n.description ? [text(n.description)] : []),
      ...lead(say('documents.workTable'), tableName(data, n.workTable)),
      ...lead(say('documents.areas'), areaNames(data, n.areas)),
      ...lead(say('documents.affected'), n.affectedGroups),
      ...lead(say('documents.hardship'), n.hardship),
      ...lead(
        say('documents.participatory'),
        n.participatory === 'non_detto'
          ? ''
          : [word(say, `participatory_${n.participatory}`), n.participatoryHow].filter(Boolean).join(': '),
      ),
      ...groundedIn(setting, n.id),
      ...data.proposals.filter((p) => p.needs.includes(n.id)).flatMap((p) => proposal(setting, p)),
    ]),
    ...(orphans.length === 0 ? [] : [heading(2, say('documents.noNeed'))]),
    ...orphans.flatMap((p) => proposal(setting, p)),
  ]);
}

function proposal(setting: Setting, p: Setting['data']['proposals'][number]): Block[] {
  const { say } = setting;
  return [
    heading(3, say('documents.proposalOf', { title: p.title })),
    ...(p.description ? [text(p.description)] : []),
    ...lead(say('documents.levels'), p.levels.map((l) => word(say, l)).join(', ')),
    ...(p.goesTowardCitizens ? [text(say('documents.towards'))] : []),
    ...lead(say('documents.outcome'), [word(say, p.outcome), p.outcomeReason].filter(Boolean).join(': ')),
    ...groundedIn(setting, p.id, 4),
  ];
}

function overview({ data, say }: Setting): Block {
  return table(
    say('documents.picture'),
    [
      say('documents.need'),
      say('documents.workTable'),
      say('documents.proposals'),
      say('documents.beyondShort'),
    ],
    data.needs.map((n) => [
      n.title,
      tableName(data, n.workTable),
      String(data.proposals.filter((p) => p.needs.includes(n.id)).length),
      n.beyondTarget ? say('documents.yes') : '',
    ]),
    { figures: [2], widths: [5, 4, 1.6, 1.8] },
  );
}
