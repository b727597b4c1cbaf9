'use client';
/** The queue: all sources along the path, found by filters, with the reading progress. */
import {
  type KeyboardEvent,
  type MouseEvent,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { countByState, readable, sift } from '@/domain/programming/reading-queue';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { EmptyState, Progress } from '@/ui/notice';
import { SearchField } from '@/ui/search-field';
import { PageHeader } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { Colleagues } from './colleagues';
import { Filters } from './filters';
import { useReads, useSecond, useWhere, walkTo } from './reading-position';
import { Pages } from '../_shared/pagination';
import { PaperImport } from './paper-import';
import { QueueRow } from './queue-row';
import { SecondReader } from './second-reader';
import { StateTabs } from './state-tabs';

const A_PAGE = 50;

export function Queue({ code, said }: { code: string; said: readonly Said[] }) {
  const say = useSay();
  const path = usePath();
  const writes = useMayWrite();
  const [second] = useSecond();
  const read = useReads(path, second);
  const { sought, page, address } = useWhere(code);
  const [words, setWords] = useState(sought.words ?? '');
  const wanted = useDeferredValue(words);
  const [importing, setImporting] = useState(false);
  const list = useRef<HTMLOListElement>(null);

  // Words that come from elsewhere, such as a link; one's own are older than what has been typed since.
  const sent = useRef(sought.words ?? '');
  useEffect(() => {
    const given = sought.words ?? '';
    if (given === sent.current) return;
    sent.current = given;
    setWords(given);
  }, [sought.words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the words, not the other way
  useEffect(() => {
    if ((sought.words ?? '') === wanted) return;
    const { words: _, ...rest } = sought;
    sent.current = wanted;
    walkTo(address(null, wanted ? { ...rest, words: wanted } : rest), 'replace');
  }, [wanted]);

  const { state, ...elsewhere } = sought;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the path only the codes are read
  const found = useMemo(() => {
    const { state: _, ...rest } = sought;
    return sift(path, said, read, { ...rest, words: wanted });
  }, [path.codes, said, read, sought, wanted]);
  const counts = useMemo(() => countByState(found, read), [found, read]);
  const shown = useMemo(
    () => (state ? sift(path, found, read, { state }) : found),
    [path, found, read, state],
  );
  const last = Math.max(1, Math.ceil(shown.length / A_PAGE));
  const here = Math.min(page, last);
  const rows = shown.slice((here - 1) * A_PAGE, here * A_PAGE);
  const all = useMemo(() => countByState(said, read), [said, read]);
  const toRead = readable(said).length;
  const done = toRead - all.non_letto;
  const legible = readable(shown).length;
  const hidden = shown.length - legible;
  const next =
    shown.find((s) => !s.withheld && read(s.ref).state === 'non_letto') ?? shown.find((s) => !s.withheld);

  const walk = (e: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!step) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    e.preventDefault();
    links[at + step]?.focus();
  };

  return (
    <>
      <PageHeader
        title={say('planning.raccolta')}
        intro={say('reading.intro')}
        actions={
          <>
            {writes && (
              <Button icon="plus" onClick={() => setImporting(true)}>
                {say('reading.import')}
              </Button>
            )}
            {next && (
              <Button
                kind="primary"
                icon="book"
                href={address(next.ref)}
                onClick={(e: MouseEvent) => {
                  e.preventDefault();
                  walkTo(address(next.ref));
                }}
              >
                {say(counts.non_letto ? 'reading.begin' : 'reading.open')}
              </Button>
            )}
          </>
        }
      />
      <div className="grid items-end gap-x-8 gap-y-4 md:grid-cols-[1fr_auto]">
        <Progress
          label={say(second ? 'reading.progressSecond' : 'reading.progress')}
          value={done}
          max={toRead}
          text={say('reading.progressText', { done, n: toRead })}
        />
        <SecondReader />
      </div>
      <Colleagues code={code} said={said} />
      <section aria-label={say('reading.filters')} className="grid min-w-0 gap-3">
        <SearchField
          label={say('reading.search')}
          placeholder={say('reading.searchHint')}
          value={words}
          onText={setWords}
          clearLabel={say('reading.searchClear')}
          found={[
            say('reading.found', { n: legible }),
            ...(hidden > 0 ? [say('reading.foundHidden', { n: hidden })] : []),
          ].join(' · ')}
        />
        <Filters code={code} said={said} />
        <StateTabs
          counts={counts}
          all={readable(found).length}
          state={state}
          onState={(s) => walkTo(address(null, s ? { ...sought, state: s } : elsewhere), 'replace')}
        />
      </section>
      {rows.length === 0 ? (
        <EmptyState title={say(said.length === 0 ? 'reading.nothingYet' : 'reading.nothingFound')}>
          {say(said.length === 0 ? 'reading.nothingYetHint' : 'reading.nothingFoundHint')}
        </EmptyState>
      ) : (
        <ol ref={list} onKeyDown={walk} className="grid min-w-0 grid-cols-1 gap-2">
          {rows.map((s) => (
            <QueueRow key={s.ref} said={s} read={read(s.ref)} href={address(s.ref)} />
          ))}
        </ol>
      )}
      <Pages
        here={here}
        last={last}
        n={shown.length}
        size={A_PAGE}
        onPage={(p) => {
          walkTo(address(null, sought, p), 'replace');
          list.current?.scrollIntoView({ block: 'start' });
        }}
      />
      <PaperImport open={importing} onClose={() => setImporting(false)} />
    </>
  );
}
