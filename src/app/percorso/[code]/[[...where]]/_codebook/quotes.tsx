'use client';
/** The words coded with a code, starred ones first, each linked to its source. */
import { useMemo, useState } from 'react';
import type { Said } from '@/domain/programming/source-text';
import type { Code, Coding } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { Skeleton } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { wordsAddress } from '../_shared/addresses';
import { useOrigin, useSectorName } from '../_reading/names';

const FIRST = 20;
type Props = { code: string; one: Code; codings: readonly Coding[]; said: readonly Said[]; ready: boolean };

export function Quotes({ code, codings, said, ready }: Props) {
  const say = useSay();
  const [origin, sector] = [useOrigin(), useSectorName()];
  const [all, setAll] = useState(false);
  const byRef = useMemo(() => new Map(said.map((s) => [s.ref, s])), [said]);
  if (!ready) return <Skeleton label={say('reading.fetching')} />;
  // Text withheld today is not quoted, even if a copy was kept.
  const shown = codings
    .flatMap((c) => {
      const s = byRef.get(c.ref);
      return s && !s.withheld ? [{ c, s }] : [];
    })
    .sort((a, b) => Number(b.c.star) - Number(a.c.star));
  return (
    <Section title={say('codebook.quotes', { n: shown.length })}>
      {shown.length === 0 && <p className="text-ink-soft">{say('codebook.noQuotes')}</p>}
      <ul className="grid gap-2">
        {shown.slice(0, all ? undefined : FIRST).map(({ c, s }) => (
          <li key={c.id} className="grid gap-1 rounded-lg border border-line bg-raised px-4 py-3">
            <blockquote className="wrap-anywhere">
              {c.star && (
                <span role="img" aria-label={say('reading.starred')} className="mr-1 text-warn">
                  ★
                </span>
              )}
              «{c.quote}»
            </blockquote>
            {c.contrast && (
              <p className="flex items-center gap-1.5 font-semibold text-bad text-sm">
                <Icon name="apart" />
                {say('reading.contrasts')}
              </p>
            )}
            {c.memo && <p className="border-accent border-l-3 pl-2 text-sm">{c.memo}</p>}
            <p className="flex flex-wrap items-baseline gap-x-2 text-ink-soft text-sm">
              <a
                href={wordsAddress(code, c.ref)}
                className="-my-2 inline-flex min-h-11 items-center font-semibold"
              >
                {s.cite || say(`reading.kind.${s.kind}`)}
                <span className="sr-only">, {say('planning.toWords')}</span>
              </a>
              <span>{origin(s, true)}</span>
              {s.sector && <span>{sector(s.sector)}</span>}
            </p>
          </li>
        ))}
      </ul>
      {shown.length > FIRST && !all && (
        <Button size="small" className="justify-self-start" onClick={() => setAll(true)}>
          {say('codebook.allQuotes', { n: shown.length })}
        </Button>
      )}
    </Section>
  );
}
