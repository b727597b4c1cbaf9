'use client';
/** The board, live: unseen topics come first. New ones come in at the top; a reader who has scrolled down gets them by a tap. */
import { useState } from 'react';
import { useView, useWritten } from '@/client/hooks/gathering-provider';
import { useDigest } from '@/client/hooks/screen-reader-digest';
import { leastSeenFirst } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Topic } from '@/domain/gathering/state/topic';
import { STRANDS } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button, buttonClass } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Icon } from '@/ui/icons';
import { EmptyState, Skeleton } from '@/ui/notice';
import { SearchField } from '@/ui/search-field';
import { PageHeader } from '@/ui/surface';
import { FILTERS, type TopicFilter, found } from './topic-filter';
import { isMine, useMe, useMine } from '../_frame/phone-hooks';
import { useSeen } from './seen-topics';
import { Strip } from '../_frame/choice-strip';
import { useTakeIn } from './board-arrivals';
import { BoardCard } from './board-card';
import { Go, useWhere } from '../_frame/navigation';

/** The order when the board was opened; later arrivals go to the top when `welcome` is called. */
function useStillOrder(view: Gathering, seen: ReadonlySet<string>, me: string | null) {
  const [order, setOrder] = useState<string[] | null>(null);
  const begin = (): string[] => {
    const all = leastSeenFirst(view);
    return [...all.filter((t) => !seen.has(t.id)), ...all.filter((t) => seen.has(t.id))].map((t) => t.id);
  };
  if (order === null && view.topicOrder.length > 0) setOrder(begin());
  const known = new Set(order ?? []);
  const arrived = view.topicOrder.filter((id) => !known.has(id));
  const own = arrived.filter((id) => view.topics[id] && isMine(view.topics[id], me));
  const waiting = arrived.filter((id) => !own.includes(id));
  const shown = [...own, ...(order ?? [])]
    .map((id) => view.topics[id])
    .filter((t): t is Topic => t !== undefined);
  return { shown, waiting, welcome: () => setOrder([...arrived, ...(order ?? [])]) };
}

/** Between two announcements of arrivals, in milliseconds: in the minutes of proposals one comes every half second. */
const ARRIVALS_MS = 20_000;

/** How many topics wait above; the count changes with each of them, and is read out now and then. */
export function Arrived({ n, onTop }: { n: number; onTop: () => void }) {
  const say = useSay();
  const words = say('board.arrived', { n });
  const heard = useDigest(n > 0 ? `${say('board.title')}: ${words}` : '', ARRIVALS_MS);
  return (
    <>
      <div className="sticky top-2 z-10 -my-3 grid justify-items-center empty:hidden">
        {n > 0 && (
          <Button kind="primary" size="small" icon="up" onClick={onTop} className="shadow-lift">
            {words}
          </Button>
        )}
      </div>
      <p role="status" className="sr-only">
        {heard}
      </p>
    </>
  );
}

export function Board() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const mine = useMine();
  const { code } = useWhere();
  const [seen, mark] = useSeen(code);
  const [filter, setFilter] = useState<TopicFilter>('all');
  const [words, setWords] = useState('');
  const { shown, waiting, welcome } = useStillOrder(view, seen, me);
  const [within, setWithin] = useState(false);
  const alone = useTakeIn(waiting.length > 0, within, welcome);
  // Notes are searched too: until they are loaded, nobody is told that there is no match.
  const known = useWritten();
  const coming = words !== '' && !known;
  const topics = found(view, shown, { filter, words, me, mine, seen });
  const top = () => {
    welcome();
    window.scrollTo({ top: 0, behavior: 'smooth' });
  };
  // Strands that this gathering does not have are no filter; its own names stand beside the letters.
  const filters = FILTERS.flatMap((f) => {
    const strand = view.strands.find((s) => s.id === f);
    if (!strand && (STRANDS as readonly string[]).includes(f)) return [];
    return { value: f, label: strand?.name ? `${f} – ${strand.name}` : say(`filter.${f}`) };
  });
  return (
    <>
      <PageHeader
        title={say('board.title')}
        intro={say('board.intro')}
        actions={
          <Go to="proponi" className={buttonClass('primary')}>
            <Icon name="plus" />
            {say('way.propose')}
          </Go>
        }
      />
      {view.topicOrder.length > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <SearchField
            label={say('board.search')}
            placeholder={say('board.search')}
            value={words}
            onText={setWords}
            clearLabel={say('board.clear')}
            {...(words
              ? { found: coming ? say('board.notesComing') : say('board.found', { n: topics.length }) }
              : {})}
          />
          <Strip chosen={filter}>
            <ChoicePills
              legend={say('board.filter')}
              legendHidden
              choices={filters}
              value={filter}
              onValue={setFilter}
            />
          </Strip>
        </div>
      )}
      <Arrived n={alone ? 0 : waiting.length} onTop={top} />
      {topics.length === 0 && coming ? (
        <Skeleton label={say('loading')} />
      ) : topics.length === 0 ? (
        <EmptyState title={say(view.topicOrder.length === 0 ? 'board.empty' : 'board.nothing')}>
          {say(view.topicOrder.length === 0 ? 'board.emptyDo' : 'board.nothingDo')}
        </EmptyState>
      ) : (
        <ul className="grid gap-3" onFocus={() => setWithin(true)} onBlur={() => setWithin(false)}>
          {topics.map((t) => (
            <BoardCard
              key={t.id}
              topic={t}
              fresh={seen.size > 0 && !seen.has(t.id)}
              words={words}
              onSeen={mark}
            />
          ))}
        </ul>
      )}
    </>
  );
}
