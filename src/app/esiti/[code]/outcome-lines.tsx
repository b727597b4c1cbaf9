'use client';
/** The outcome of each contribution, line by line, the reader's own first, as this phone remembers them. */
import { useState, useSyncExternalStore } from 'react';
import { ownLines } from '@/client/storage/own-line-marks';
import type { GivenLine } from '@/domain/programming/public-outcomes';
import { useSay } from '@/i18n/words';
import { Badge, type Tone } from '@/ui/badge';
import { ChoicePills } from '@/ui/choice';
import type { IconName } from '@/ui/icons';
import { Section } from '@/ui/surface';

const LOOKS: Record<GivenLine['state'], { tone: Tone; icon: IconName }> = {
  answered: { tone: 'good', icon: 'check' },
  examined: { tone: 'accent', icon: 'eye' },
  waiting: { tone: 'plain', icon: 'clock' },
};
const nothing = () => () => {};

export function Lines({ code, lines }: { code: string; lines: readonly GivenLine[] }) {
  const say = useSay();
  const [only, setOnly] = useState<'mine' | 'all'>('mine');
  // The server does not know whose lines they are: only this phone does.
  const kept = useSyncExternalStore(
    nothing,
    () => ownLines(code),
    () => '',
  );
  const own = new Set(kept.split('\n'));
  const mine = lines.filter((l) => own.has(l.ref));
  const shown = only === 'mine' && mine.length > 0 ? mine : lines;
  return (
    <Section title={say('fate.lines')} intro={say('fate.linesHow')}>
      {mine.length > 0 && (
        <ChoicePills
          legend={say('fate.lines')}
          legendHidden
          value={only}
          onValue={setOnly}
          choices={[
            { value: 'mine', label: `${say('fate.mine')} ${mine.length}` },
            { value: 'all', label: `${say('fate.all')} ${lines.length}` },
          ]}
        />
      )}
      <ul className="grid divide-y divide-line rounded-xl border border-line bg-raised">
        {shown.map((l) => (
          <li key={l.ref} id={l.cite ?? undefined} className="grid scroll-mt-6 gap-1 px-4 py-3">
            <p dir="auto" className="wrap-anywhere">
              {l.cite && <b className="mr-2 text-accent tabular-nums">{l.cite}</b>}
              {l.text}
            </p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge {...LOOKS[l.state]}>{say(`fate.line.${l.state}`)}</Badge>
              {own.has(l.ref) && <Badge tone="strong">{say('fate.yours')}</Badge>}
              {l.answers[0] && (
                <a href={`#${l.answers[0]}`} className="inline-flex min-h-11 items-center underline">
                  {say('fate.toAnswer')}
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
