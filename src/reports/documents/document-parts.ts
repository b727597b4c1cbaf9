/** The common parts of a path's documents: letterhead, words for values, and the evidence beneath a thing. */
import type { Say } from '@/i18n/say';
import { type Block, type Doc, heading, quote, small, unrepeated } from '../document';
import { noticeIn } from '../demonstration-notice';
import type { PathExport } from '../path-json';

export type Setting = { data: PathExport; say: Say };

/** A value of the log in words: `scarsa_utilita` is "di scarsa utilità". */
export const word = (say: Say, value: string | null): string =>
  value === null || value === ''
    ? ''
    : say.has(`documents.value.${value}`)
      ? say.dynamic(`documents.value.${value}`)
      : value.replaceAll('_', ' ');

export const euros = (say: Say, amount: number): string => say.euro(Math.round(amount * 100));
export const day = (say: Say, iso: string | null): string => (iso === null ? '' : say.date(iso, 'short'));

export function docOf({ data, say }: Setting, name: string, title: string, blocks: Block[]): Doc {
  const { path } = data;
  return {
    name,
    title,
    subtitle: path.title ?? '',
    office: [path.body, path.promoter, path.method].filter((line): line is string => Boolean(line)),
    notice: noticeIn(say, data.notice),
    made: say('documents.made', { date: say.date(data.exportedAt) }),
    day: data.exportedAt.slice(0, 10),
    lang: say.lang,
    page: [say('documents.page'), say('documents.of')],
    blocks: withLegend(say, unrepeated(blocks)),
  };
}

/** `DEMO T11-N05` is read nowhere else: under the first quotations that have such a place it is explained once. */
function withLegend(say: Say, blocks: Block[]): Block[] {
  const placed = blocks.flatMap((b, i) => {
    const [, place, gathering, topic, n] =
      (b.is === 'quote' && /^((\S+) T(\d+)-N(\d+))\b/.exec(b.source)) || [];
    return place && gathering && topic && n
      ? [{ i, place, gathering, topic: Number(topic), n: Number(n) }]
      : [];
  });
  const [first] = placed;
  if (!first) return blocks;
  const { i, ...named } = first;
  const end = blocks.findIndex((b, at) => at > i && b.is !== 'quote');
  return blocks.toSpliced(end < 0 ? blocks.length : end, 0, small(say('documents.legend', named)));
}

/** The sector's name as the office wrote it; a sector of a gathering alone has the name that everybody knows. */
export const sectorName = ({ data, say }: Pick<Setting, 'data' | 'say'>, id: string): string =>
  data.sectors.find((s) => s.id === id)?.label ?? say.dynamic(`record.sector.${id}`);

/** The origin of words in one line: `DEMO T05-N03 · Volontariato`. */
const sourceLine = ({ data, say }: Setting, e: PathExport['evidence'][number]): string =>
  [
    e.place ?? '',
    e.sourceKind === 'votes' ? say('documents.dots') : '',
    e.sector ? sectorName({ data, say }, e.sector) : '',
    e.relation === 'fonda' ? '' : word(say, e.relation),
  ]
    .filter(Boolean)
    .join(' · ');

/** The evidence beneath a thing, or the statement that there is none: never silence (domain §2.6). */
export function groundedIn(setting: Setting, id: string, most = Number.POSITIVE_INFINITY): Block[] {
  const { data, say } = setting;
  const found = data.evidence.filter((e) => e.targetId === id);
  if (found.length === 0) return [small(say('documents.unheard'))];
  const shown = found.slice(0, most);
  return [
    ...shown.map((e) => quote(e.quote ?? say('documents.withheld'), sourceLine(setting, e))),
    ...(shown.length < found.length
      ? [small(say('documents.andMore', { n: found.length - shown.length }))]
      : []),
  ];
}

export const caveat = (say: Say): Block => small(say('documents.caveat'));
export const section = (title: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];
export const tableName = (data: PathExport, id: string | null): string =>
  data.workTables.find((t) => t.id === id)?.newName ??
  data.closedTables.find((t) => t.id === id)?.newName ??
  '';
export const areaNames = (data: PathExport, ids: readonly string[]): string =>
  ids.map((id) => data.path.areas?.find((a) => a.id === id)?.label ?? id).join(', ');
