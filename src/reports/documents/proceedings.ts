/** Report istantaneo (atti): the whole record of a gathering, topic by topic, with the number to cite each paragraph by. */
import { wasHeld } from '@/domain/gathering/queries';
import type { Say } from '@/i18n/say';
import {
  type Block,
  type Doc,
  heading,
  lead,
  list,
  page,
  quote,
  small,
  table,
  text,
  unrepeated,
} from '../document';
import type { GatheringExport } from '../gathering-json';
import { word } from './setting';

type Book = { data: GatheringExport; say: Say };
type Topic = GatheringExport['topics'][number];
const FIELDS = ['summary', 'agreements', 'distances'] as const;

export function proceedings({ data, say }: Book): Doc {
  const { gathering: g } = data;
  const circles = data.sessions.filter(wasHeld).length;
  return {
    name: 'report-istantaneo',
    title: say('record.over'),
    subtitle: g.title,
    office: [g.sponsor].filter(Boolean),
    notice: data.notice,
    made: say('documents.made', { date: say.date(data.exportedAt ?? '') }),
    day: g.days[0] ?? '',
    lang: say.lang,
    page: [say('documents.page'), say('documents.of')],
    blocks: unrepeated([
      quote(g.question, [g.venue, g.days.map((d) => say.date(d)).join(', ')].filter(Boolean).join(' · ')),
      heading(2, say('record.numbers')),
      list([
        `${say.number(g.people)} ${say('record.people', { n: g.people })}`,
        `${say.number(data.topics.length)} ${say('record.topics', { n: data.topics.length })}`,
        `${say.number(circles)} ${say('record.circles', { n: circles })}`,
        `${say.number(data.notes.length)} ${say('record.notes', { n: data.notes.length })}`,
      ])[0] ?? page,
      heading(2, say('record.contents')),
      contents({ data, say }),
      ...data.topics.flatMap((t) => chapter({ data, say }, t)),
      ...harvest({ data, say }),
      ...(g.frozen
        ? [small(say('record.frozen', { date: say.date(g.frozen.at ?? ''), hash: g.frozen.hash }))]
        : []),
    ]),
  };
}

const contents = ({ data, say }: Book): Block =>
  table(
    say('record.contents'),
    [say('documents.number'), say('documents.topic'), say('documents.when'), say('documents.dots')],
    data.topics.map((t) => [
      t.number,
      t.title ?? say('record.hiddenTitle'),
      data.sessions
        .filter((s) => s.topic === t.number)
        .map((s) => `${s.slot}, ${s.space}`)
        .join('; ') || (t.mergedInto ? say('record.mergedInto', { topic: t.mergedInto }) : ''),
      dots(data, t.number),
    ]),
    { figures: [3], widths: [1.2, 6, 3.6, 1.4] },
  );
const dots = (data: GatheringExport, topic: string): string => {
  const found = data.votes.find((v) => v.topic === topic);
  return found ? String(found.phone + found.paper) : '';
};

function chapter({ data, say }: Book, t: Topic): Block[] {
  const sessions = data.sessions.filter((s) => s.topic === t.number);
  const notes = data.notes.filter((n) => n.topic === t.number);
  const report = data.reports.find((r) => r.topic === t.number);
  return [
    heading(2, `${t.number}. ${t.title ?? say('record.hiddenTitle')}`),
    ...(t.line ? [text(t.line)] : []),
    text(
      [
        say('record.convenedBy', { label: t.convener ?? say('record.somebody') }),
        t.mergedInto && say('record.mergedInto', { topic: t.mergedInto }),
        ...sessions.map((s) =>
          [
            `${s.slot}, ${s.space}`,
            s.attended === '<3' ? say('record.attendedFew') : say('record.attended', { n: s.attended }),
          ].join(': '),
        ),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    ...(report ? written({ data, say }, report) : []),
    ...(notes.length === 0 ? [] : [heading(3, say('documents.notes'))]),
    ...notes.map((n) =>
      quote(
        n.text ??
          say('record.hidden', { reason: say.dynamic(`record.reason.${n.hidden?.reason ?? 'altro'}`) }),
        [n.id, word(say, n.kind), n.anonymous ? say('record.anonymous') : (n.author ?? '')]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  ];
}

function written({ say }: Book, report: GatheringExport['reports'][number]): Block[] {
  if (report.hidden) return [small(say('documents.withheld'))];
  return [
    heading(3, say('documents.report')),
    ...(report.fromNotes ? [small(say('documents.fromNotes'))] : []),
    ...FIELDS.flatMap((f) => lead(say(`documents.field.${f}`), report[f] ?? '')),
    ...(report.outcome !== 'circle'
      ? [text([word(say, report.outcome), report.outcomeReason].filter(Boolean).join(': '))]
      : []),
    ...list(
      report.items.map((i) =>
        [`${i.id} · ${word(say, i.kind)}: ${i.text ?? say('documents.withheld')}`, i.who, i.byWhen]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  ];
}

function harvest({ data, say }: Book): Block[] {
  const clusters = data.clusters.map((c) => `${c.name}: ${c.topics.join(', ')}`);
  return [
    ...(clusters.length === 0 ? [] : [heading(2, say('documents.clusters')), ...list(clusters)]),
    ...(data.actionGroups.length === 0 ? [] : [heading(2, say('documents.actions'))]),
    ...data.actionGroups.flatMap((a): Block[] => [
      heading(3, `${a.number}. ${a.title ?? say('documents.withheld')}`),
      ...(a.what ? [text(a.what)] : []),
      ...lead(say('documents.due'), a.byWhen ?? ''),
      ...lead(say('documents.next'), a.nextStep ?? ''),
      ...lead(say('documents.resources'), a.resources ?? ''),
      ...lead(say('documents.joined'), say.number(a.joined.length)),
    ]),
  ];
}
