'use client';
/** The header of a text: its origin, its position in the queue, and its reading state. */
import type { ReactNode } from 'react';
import { useSources } from '@/client/hooks/path-provider';
import type { ReadingState } from '@/domain/programming/reading-shapes';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { Badge, StrandBadge, type Tone } from '@/ui/badge';
import { Button, IconButton } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { backLink } from '@/ui/navigation';
import { Banner } from '@/ui/notice';
import { useSecond, walkTo } from './reading-position';
import { useOrigin, usePlaces, useSectorName } from './names';
import { STATE_ICONS } from './state-tabs';

const TONES: Record<ReadingState, Tone> = {
  non_letto: 'plain',
  letto: 'accent',
  codificato: 'good',
  da_rivedere: 'warn',
};

type Props = {
  said: Said;
  state: ReadingState;
  here: number;
  of: number;
  back: string;
  onStep: (step: 1 | -1) => void;
  onKeys: () => void;
  /** Actions on the text itself, where it was copied from paper. */
  aside?: ReactNode;
};

export function ReaderHead({ said, state, here, of, back, onStep, onKeys, aside }: Props) {
  const say = useSay();
  const [origin, sector] = [useOrigin(), useSectorName()];
  const { gatherings } = usePlaces();
  const [second] = useSecond();
  const meeting = useSources().meetings.find((m) => m.gathering === said.gathering);
  const topic = meeting?.topics.find((t) => t.ref === said.topic);
  const kind = said.voice ? say.dynamic(`reading.voice.${said.voice}`) : say(`reading.kind.${said.kind}`);
  return (
    <header className="grid min-w-0 grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <a
          href={back}
          className={backLink}
          onClick={(e) => {
            e.preventDefault();
            walkTo(back);
          }}
        >
          <Icon name="left" /> {say('planning.raccolta')}
        </a>
        <div className="flex items-center gap-1">
          <IconButton
            icon="left"
            label={say('reading.before')}
            disabled={here <= 0}
            onClick={() => onStep(-1)}
          />
          <p className="min-w-24 text-center font-semibold tabular-nums">
            {say('reading.position', { i: here + 1, n: of })}
          </p>
          <IconButton icon="right" label={say('reading.after')} onClick={() => onStep(1)} />
          <Button size="small" icon="settings" onClick={onKeys} className="ml-2 max-lg:hidden">
            {say('reading.keys')}
          </Button>
        </div>
      </div>
      <div className="min-w-0">
        <p className="font-semibold text-accent text-sm">
          {(said.gathering && gatherings.get(said.gathering)) ?? ''}
        </p>
        <h1 className="wrap-anywhere text-xl">{origin(said) || kind}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <Badge>{kind}</Badge>
          {said.sector && <Badge icon="people">{sector(said.sector)}</Badge>}
          {said.strands.map((s) => (
            <StrandBadge key={s} strand={s} short label={say.dynamic(`reading.strand.${s}`)} />
          ))}
          <Badge tone={TONES[state]} icon={STATE_ICONS[state]}>
            {say(`reading.state.${state}`)}
          </Badge>
          {topic && meeting && (
            <a
              href={`/atti/${meeting.code}#${topic.number}`}
              className="inline-flex min-h-11 items-center text-accent text-sm"
            >
              {say('reading.inTheRecord')}
            </a>
          )}
          {aside}
        </p>
      </div>
      {second && <Banner kind="info" title={say('reading.secondOn')} />}
    </header>
  );
}
