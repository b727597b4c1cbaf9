/** Il percorso: its origin, objectives, phases and meetings, the sectors listened to and the people invited. */
import { type Block, type Doc, heading, lead, list, table, text } from '../document';
import { day, docOf, type Setting, section, word } from './document-parts';

export function pathDocument(setting: Setting): Doc {
  const { data, say } = setting;
  const { path } = data;
  return docOf(setting, 'percorso', say('documents.pathTitle'), [
    ...(path.intro ? [text(path.intro)] : []),
    ...lead(say('documents.municipalities'), (path.municipalities ?? []).join(', ')),
    ...section(say('documents.objectives'), list(path.objectives ?? [])),
    ...phases(setting),
    ...meetings(setting),
    ...section(say('documents.sectors'), list(sectors(setting))),
    ...section(say('documents.invitations'), invitations(setting)),
    ...section(
      say('documents.experiences'),
      data.experiences.flatMap((e): Block[] => [
        heading(3, e.title),
        text(e.what),
        ...lead(say('documents.learned'), e.taken),
      ]),
    ),
    ...section(
      say('documents.pact'),
      data.sheets.filter((s) => s.kind === 'patto').flatMap((s) => s.parts.map((p) => text(p.text))),
    ),
  ]);
}

export function phases({ data, say }: Setting): Block[] {
  if (data.phases.length === 0) return [];
  return [
    heading(2, say('documents.phases')),
    table(
      say('documents.phases'),
      [say('documents.phase'), say('documents.when'), say('documents.status')],
      data.phases.map((p) => [
        p.label,
        p.from
          ? [day(say, p.from), p.to && p.to !== p.from ? day(say, p.to) : ''].filter(Boolean).join(' – ')
          : p.dateText,
        word(say, p.dateStatus),
      ]),
      { widths: [6, 3, 2] },
    ),
  ];
}

export function meetings(setting: Setting): Block[] {
  const { say } = setting;
  if (setting.data.gatherings.length === 0) return [];
  return [
    heading(2, say('documents.meetings')),
    table(
      say('documents.meetings'),
      [say('documents.meeting'), say('documents.when'), say('documents.where'), say('documents.attendance')],
      inOrder(setting).map((g) => [
        [g.title, ...g.speakers].join(' · '),
        g.date ? day(say, g.date) : g.dateText || word(say, g.dateStatus),
        g.venue,
        String(g.attendance ?? g.people ?? ''),
      ]),
      { figures: [3], widths: [5, 2.2, 4, 1.6] },
    ),
  ];
}

/** In order of time: phase by phase, day by day, undated ones last. */
function inOrder({ data }: Setting) {
  const order = new Map(data.phases.map((p) => [p.id, p.order]));
  const at = (g: (typeof data.gatherings)[number]) =>
    `${String(order.get(g.phase ?? '') ?? 99).padStart(3, '0')} ${g.date ?? '9999'}`;
  return [...data.gatherings].sort((a, b) => at(a).localeCompare(at(b)));
}

/** S25: coverage of each sector. */
export function sectors({ data, say }: Setting): string[] {
  return (
    data.sectors
      // People with another point of view are invited, not met as a sector.
      .filter((s) => s.parent === null && s.id !== 'altri_punti_di_vista')
      .map((s) => {
        const groups = data.sectors.filter((g) => g.parent === s.id).map((g) => g.label);
        const times = data.gatherings.filter(
          (g) => g.kind === 'presentazione_ascolto' && g.sectors.includes(s.id),
        ).length;
        return [
          groups.length > 0 ? `${s.label} (${groups.join(', ')})` : s.label,
          say(times > 0 ? 'documents.listened' : 'documents.notListened', { n: times }),
        ].join(': ');
      })
  );
}

export function invitations({ data, say }: Setting): Block[] {
  if (data.invitations.length === 0) return [];
  const who = (i: (typeof data.invitations)[number]) =>
    i.profile || (data.organizations.find((o) => o.id === i.organization)?.name ?? '');
  return [
    table(
      say('documents.invitations'),
      [say('documents.who'), say('documents.otherView'), say('documents.isNew'), say('documents.status')],
      data.invitations.map((i) => [
        who(i),
        i.reason,
        i.newVoice ? say('documents.yes') : '',
        word(say, `invitation_${i.status}`),
      ]),
      { widths: [3.5, 5, 1.6, 2] },
    ),
  ];
}
