'use client';
/** The texts of the path most alike to the one being read, each one tap from the same codes. */
import { type RefObject, useEffect, useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { codeNow } from '@/domain/programming/codes';
import type { Read } from '@/domain/programming/reading-queue';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { CodeChip } from './code-mark';
import { useGiving } from './coding-edits';
import { useOrigin } from './names';
import { useWhere, walkTo } from './reading-position';

/** Readers walk past many texts quickly; only the one where they stay is asked about. */
const STAYS = 300;

type Found = { of: string; refs: readonly string[] | 'failed' };

function useSimilar(code: string, ref: string): Found['refs'] | 'seeking' {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const seek = async () => {
      const to = `/api/path/${code}/similar?ref=${encodeURIComponent(ref)}`;
      const answer = await fetch(to, { headers: { accept: 'application/json' }, signal: gone.signal });
      const { refs } = (await answer.json()) as { refs?: string[] };
      setFound({ of: ref, refs: refs ?? 'failed' });
    };
    const later = setTimeout(() => {
      seek().catch(() => !gone.signal.aborted && setFound({ of: ref, refs: 'failed' }));
    }, STAYS);
    return () => {
      clearTimeout(later);
      gone.abort();
    };
  }, [code, ref]);
  return found?.of === ref ? found.refs : 'seeking';
}

type Props = {
  code: string;
  current: Said;
  said: readonly Said[];
  /** The codes of the current text. */
  codes: readonly string[];
  read: (ref: string) => Read;
  second: boolean;
  back: RefObject<(() => void) | null>;
  writes: boolean;
};

export function Similar({ code, current, said, codes, ...row }: Props) {
  const say = useSay();
  const refs = useSimilar(code, current.ref);
  const texts =
    typeof refs === 'string' ? [] : refs.flatMap((r) => said.find((s) => s.ref === r && !s.withheld) ?? []);
  const note =
    refs === 'seeking'
      ? 'reading.similarSeeking'
      : refs === 'failed'
        ? 'reading.similarFailed'
        : texts.length === 0
          ? 'reading.similarNone'
          : row.writes && codes.length === 0
            ? 'reading.similarNoCode'
            : 'reading.similarHint';
  return (
    <section aria-label={say('reading.similar')} className="grid min-w-0 gap-2">
      <h2 className="font-semibold">{say('reading.similar')}</h2>
      <p className="text-ink-soft text-sm">{say(note)}</p>
      <ol className="grid min-w-0 gap-2 empty:hidden">
        {texts.map((s) => (
          <Row key={s.ref} code={code} said={s} codes={codes} {...row} />
        ))}
      </ol>
    </section>
  );
}

type RowProps = Pick<Props, 'code' | 'codes' | 'read' | 'second' | 'back' | 'writes'> & { said: Said };

function Row({ code, said, codes, read, second, back, writes }: RowProps) {
  const say = useSay();
  const path = usePath();
  const origin = useOrigin();
  const { address } = useWhere(code);
  const mine = read(said.ref);
  const giving = useGiving(said, mine, second, { start: 0, end: said.text.length }, back);
  const offered = writes ? codes.filter((id) => !mine.codes.includes(id)) : [];
  return (
    <li className="grid min-w-0 gap-1.5 rounded-lg border border-line bg-raised px-4 py-2">
      <a
        href={address(said.ref)}
        onClick={(e) => {
          if (e.metaKey || e.ctrlKey || e.shiftKey || e.button !== 0) return;
          e.preventDefault();
          walkTo(address(said.ref));
        }}
        dir="auto"
        className="wrap-anywhere line-clamp-3 text-ink no-underline hover:underline"
      >
        {said.text}
      </a>
      <p className="wrap-anywhere text-ink-soft text-sm">
        {[origin(said), say(`reading.state.${mine.state}`)].filter(Boolean).join(' · ')}
      </p>
      <p className="flex flex-wrap items-center gap-1.5 empty:hidden">
        {mine.codes.map((id) => {
          const given = codeNow(path, id);
          return given && <CodeChip key={id} code={given} />;
        })}
        {offered.map((id) => {
          const label = codeNow(path, id)?.label ?? '';
          return (
            <Button
              key={id}
              size="small"
              icon="plus"
              aria-label={say('reading.similarGive', { code: label })}
              onClick={() => giving.give(id)}
            >
              {label}
            </Button>
          );
        })}
      </p>
    </li>
  );
}
