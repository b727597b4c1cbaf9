'use client';
/** What is still open at the end of the year, and the path that begins with it. */
import { useState } from 'react';
import { usePath } from '@/client/path';
import { stillOpen } from '@/domain/programming/next-year';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../asking';

export function NextYear({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const open = stillOpen(path);
  const year = (path.about?.year ?? 0) + 1;
  const begin = async () => {
    setBusy(true);
    const response = await fetch('/api/paths', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ from: 'last', last: code }),
    }).catch(() => null);
    const answer = (await response?.json()) as ({ ok: boolean; code?: string } & Refusal) | undefined;
    setBusy(false);
    if (answer?.ok) window.location.assign(`/percorso/${answer.code}`);
    else setRefusal(answer ?? { refused: 'busy' });
  };
  return (
    <Section title={say('planning.nextYear')} intro={say('planning.nextYearHow', { n: open.length })}>
      {refusal && <Banner kind="bad" title={sayRefusal(say, refusal)} live />}
      <details>
        <summary className="min-h-11 py-2 font-semibold">
          {say('planning.stillOpen', { n: open.length })}
        </summary>
        <ul className="grid gap-1">
          {open.map((o) => (
            <li key={o.id} className="flex flex-wrap items-baseline gap-2">
              <Badge>{say(`planning.open.${o.what}`)}</Badge>
              <span className="min-w-0 flex-1">{o.text}</span>
            </li>
          ))}
        </ul>
      </details>
      {may && (
        <div>
          <Button icon="forward" busy={busy} onClick={begin}>
            {say('planning.openNextYear', { year: String(year) })}
          </Button>
        </div>
      )}
    </Section>
  );
}
