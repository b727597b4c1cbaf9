'use client';
/** Open items at the end of the year, and the path that begins with them. */
import { useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { postJson } from '@/client/connection/post-json';
import { stillOpen } from '@/domain/programming/next-year';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Disclosure } from '@/ui/disclosure';
import { Banner } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';

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
    const answer = await postJson<{ code: string }>('/api/paths', { from: 'last', last: code });
    setBusy(false);
    if (answer.ok) window.location.assign(`/percorso/${answer.code}`);
    else setRefusal(answer);
  };
  return (
    <Section title={say('planning.nextYear')} intro={say('planning.nextYearHow', { n: open.length })}>
      {refusal && <Banner kind="bad" title={sayRefusal(say, refusal)} live />}
      <Disclosure title={say('planning.stillOpen', { n: open.length })}>
        <ul className="grid gap-1">
          {open.map((o) => (
            <li key={o.id} className="flex flex-wrap items-baseline gap-2">
              <Badge>{say(`planning.open.${o.what}`)}</Badge>
              <span className="min-w-0 flex-[1_1_12rem]">{o.text}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
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
