'use client';
/** *Sono qui*, *mi sposto*, *in giro*: one tap, no reason asked, and only numbers for everyone else. */
import { useShown } from '@/client/hooks/gathering-provider';
import { notesOn } from '@/domain/gathering/note-queries';
import type { Session } from '@/domain/gathering/state/session';
import type { Topic } from '@/domain/gathering/state/topic';
import { useDigest } from '@/client/hooks/screen-reader-digest';
import { useSay } from '@/i18n/words';
import { Button, buttonClass } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { Card } from '@/ui/surface';
import { HelpButton } from './help-button';
import { useDo, useMine } from '../_frame/phone-hooks';
import { useCapacity } from '../_frame/place-names';
import { Go } from '../_frame/navigation';

export function Presence({ session, topic }: { session: Session; topic: Topic }) {
  const say = useSay();
  const act = useDo();
  const circle = useMine()?.circle ?? null;
  const here = circle === session.id;
  const count =
    session.state === 'ended'
      ? say('circle.were', { n: session.attended })
      : say('circle.present', { n: session.present });
  const space = useShown((s) => s.view.spaces.find((p) => p.id === session.space));
  const capacity = useCapacity()(space);
  const notes = useShown((s) => notesOn(s.view, topic.id).length);
  // In one's own circle what is written is news too.
  const heard = useDigest(here && notes > 0 ? `${count}, ${say('topic.notes', { n: notes })}` : count);
  if (session.state === 'cancelled') return null;
  const back = () => act('moveTo', { to: circle });
  const come = () =>
    act('moveTo', { to: session.id }, { say: say('circles.nowHere', { title: topic.title }), undo: back });
  const roam = () => act('moveTo', { to: 'roaming' }, { say: say('circles.nowRoaming'), undo: back });
  return (
    <Card tone={here ? 'accent' : 'plain'} className="flex flex-wrap items-center justify-between gap-3">
      <p className="flex items-center gap-2 font-semibold tabular-nums">
        <Icon name="people" />
        {session.state === 'ended' || !capacity ? count : `${count} · ${capacity}`}
      </p>
      {/* People come, go and write all the time, and somebody is listening to the circle. */}
      <p role="status" className="sr-only">
        {heard}
      </p>
      {here ? (
        <div className="flex flex-wrap gap-2">
          <Go to="cerchi" className={buttonClass('quiet', 'small')}>
            {say('standing.move')}
          </Go>
          <Button size="small" onClick={roam}>
            {say('standing.roam')}
          </Button>
        </div>
      ) : (
        session.state !== 'ended' && (
          <Button kind="primary" onClick={come}>
            {say(circle && circle !== 'roaming' ? 'circle.moveHere' : 'circle.here')}
          </Button>
        )
      )}
      <HelpButton session={session.id} />
    </Card>
  );
}
