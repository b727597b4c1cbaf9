'use client';
/** The year's paths, and a new one: blank, as the founding document lists it, or from the year before. */
import { useState } from 'react';
import { postJson } from '@/client/connection/post-json';
import type { Refusal } from '@/domain/refusal';
import { TITLE_MAX } from '@/domain/words';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Disclosure } from '@/ui/disclosure';
import { Banner } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { OfficeCard } from './_shared/office-card';

export type PathCard = {
  id: string;
  code: string;
  title: string;
  year: number;
  demo: boolean;
  discarded: boolean;
};

export function Paths({ paths: all, mayOpen }: { paths: readonly PathCard[]; mayOpen: boolean }) {
  const say = useSay();
  const paths = all.filter((p) => !p.discarded);
  const gone = all.filter((p) => p.discarded);
  return (
    <Section title={say('office.paths')} intro={say('office.pathsIntro')}>
      <ul className="grid gap-3 empty:hidden">
        {paths.map((p) => (
          <OfficeCard
            key={p.code}
            title={p.title}
            about={
              <>
                <span className="font-bold tracking-wider">{p.code}</span>
                <span>{p.year}</span>
                {p.demo && <Badge tone="warn">{say('demo.ribbon')}</Badge>}
              </>
            }
          >
            <Button href={`/percorso/${p.code}`} kind="primary" size="small">
              {say('office.openPath')}
            </Button>
          </OfficeCard>
        ))}
      </ul>
      {mayOpen && <NewPath paths={paths} />}
      {gone.length > 0 && (
        <Disclosure title={say('office.discardedPaths', { n: gone.length })}>
          <ul>
            {gone.map((p) => (
              <li key={p.code}>
                <a href={`/percorso/${p.code}`} className="inline-flex min-h-11 items-center underline">
                  {p.code} · {p.title} · {p.year}
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

function NewPath({ paths }: { paths: readonly PathCard[] }) {
  const say = useSay();
  const [title, setTitle] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (from: 'blank' | 'founding' | 'last', last = '') => {
    // The founding document has a year and a title of its own.
    const words = {
      ...(from === 'blank' ? { year: new Date().getFullYear() } : {}),
      ...(title.trim() ? { title: title.trim() } : {}),
    };
    setBusy(true);
    const answer = await postJson<{ code: string }>('/api/paths', { from, last, ...words });
    if (answer.ok) return window.location.assign(`/percorso/${answer.code}`);
    setBusy(false);
    setRefusal(answer);
  };
  return (
    <Disclosure title={say('office.newPath')}>
      <div className="grid max-w-xl gap-4 pt-2">
        <TextInput
          label={say('office.gTitle')}
          hint={say('office.newPathHint')}
          value={title}
          onChange={(e) => setTitle(e.target.value)}
          maxLength={TITLE_MAX}
        />
        {refusal && <Banner kind="bad" title={sayRefusal(say, refusal)} live />}
        <div className="flex flex-wrap gap-2">
          <Button busy={busy} onClick={() => open('blank')}>
            {say('office.pathBlank')}
          </Button>
          <Button busy={busy} onClick={() => open('founding')}>
            {say('office.pathFounding')}
          </Button>
        </div>
        {paths.length > 0 && (
          <div className="grid gap-2">
            <p className="text-ink-soft text-sm">{say('office.pathNextHint')}</p>
            <div className="flex flex-wrap gap-2">
              {paths.map((p) => (
                <Button key={p.code} size="small" busy={busy} onClick={() => open('last', p.code)}>
                  {say('office.pathNext', { year: String(p.year + 1), title: p.title })}
                </Button>
              ))}
            </div>
          </div>
        )}
      </div>
    </Disclosure>
  );
}
