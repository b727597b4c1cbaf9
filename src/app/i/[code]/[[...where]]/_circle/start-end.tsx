'use client';
/** Starts and ends a circle: by its convener or note-taker, never by the clock. */
import { useCan } from '@/client/hooks/gathering-provider';
import type { Session } from '@/domain/gathering/state/session';
import type { Topic } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Section } from '@/ui/surface';
import { isMine, useDo, useMe, useName } from '../_frame/phone-hooks';

export function Holding({ session, topic }: { session: Session; topic: Topic }) {
  const say = useSay();
  const act = useDo();
  const me = useMe();
  const name = useName();
  const can = useCan();
  const ask = { session: session.id };
  const may = (deed: 'startSession' | 'endSession' | 'resumeSession' | 'takeNotes') => can(deed, ask);
  const end = () => act('endSession', ask, { say: say('hold.ended'), undo: () => act('resumeSession', ask) });
  const holder = isMine(topic, me) || session.noteTaker === me;
  const taker = session.noteTaker;
  if (session.state === 'cancelled') return null;
  return (
    <Section title={say('hold.title')}>
      <p className="text-ink-soft">
        {taker ? say('hold.taker', { name: name(taker) }) : say('hold.noTaker')}
      </p>
      <div className="flex flex-wrap gap-2">
        {may('startSession') && (
          <Button
            kind="primary"
            icon="play"
            onClick={() => act('startSession', ask, { say: say('hold.started') })}
          >
            {say('hold.start')}
          </Button>
        )}
        {may('resumeSession') && (
          <Button
            icon="undo"
            onClick={() => act('resumeSession', ask, { say: say('hold.resumed'), undo: end })}
          >
            {say('hold.resume')}
          </Button>
        )}
        {may('takeNotes') && taker === null && (
          <Button icon="note" onClick={() => act('takeNotes', ask, { say: say('hold.tookNotes') })}>
            {say('hold.takeNotes')}
          </Button>
        )}
      </div>
      {holder && session.state === 'planned' && (
        <p className="text-ink-soft text-sm">{say('hold.startWhy')}</p>
      )}
    </Section>
  );
}
