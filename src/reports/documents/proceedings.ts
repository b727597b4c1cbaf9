/** The book of a gathering (atti): the whole day in its order, with the number to cite each paragraph by. */
import { hasMarket } from '@/domain/gathering/formats';
import type { GivenBack } from '@/domain/programming/public-outcomes';
import type { Say } from '@/i18n/say';
import { type Block, contents, type Doc, heading, page, quote, small, unrepeated } from '../document';
import type { GatheringExport } from '../gathering-json';
import { noticeIn } from '../demonstration-notice';
import { atAGlance } from './proceedings-glance';
import { harvest } from './proceedings-actions';
import { indexes, people } from './proceedings-indexes';
import { turnedOut } from './proceedings-outcomes';
import { floorMap, ideas, minutes, news } from './proceedings-programme';
import { chapter } from './proceedings-topic';

/**
 * `address`: the record's own page, as https://…/atti/DEMO; `givenBack`: the outcomes of its contributions, path by
 * path.
 */
export type Book = {
  data: GatheringExport;
  say: Say;
  address?: string | null;
  givenBack?: readonly GivenBack[];
};

/** The heading, the numbers and the sectors. */
const SHORT_GLANCE = 3;

export function proceedings(book: Book): Doc {
  const { data, say } = book;
  const { gathering: g } = data;
  const market = hasMarket(g.format);
  const glance = atAGlance(book);
  const body: Block[] = [
    ...(market ? data.topics.flatMap((t) => chapter(book, t)) : ideas(book)),
    ...minutes(book),
    ...news(book),
    ...floorMap(book),
    ...harvest(book),
    ...indexes(book),
    ...people(book),
    ...turnedOut(book),
    ...(g.frozen
      ? [small(say('record.frozen', { date: say.date(g.frozen.at ?? ''), hash: g.frozen.hash }))]
      : []),
  ];
  return {
    name: 'report-istantaneo',
    title: say('record.over'),
    subtitle: g.title,
    office: [g.sponsor].filter(Boolean),
    notice: noticeIn(say, data.notice),
    made: say('documents.made', { date: say.date(data.exportedAt ?? '') }),
    day: g.days[0] ?? '',
    lang: say.lang,
    page: [say('documents.page'), say('documents.of')],
    address: book.address ?? null,
    blocks: unrepeated([
      ...(g.question === '' ? [small(whereAndWhen(book))] : [quote(g.question, whereAndWhen(book))]),
      ...glance,
      // Few numbers leave room for the contents beneath them; a page of results is to be handed out alone.
      ...(glance.length > SHORT_GLANCE ? [page] : []),
      heading(2, say('record.contents')),
      contents,
      page,
      ...body,
    ]),
  };
}

const whereAndWhen = ({ data: { gathering: g }, say }: Book): string =>
  [g.venue, g.days.map((d) => say.date(d)).join(', ')].filter(Boolean).join(' · ');
