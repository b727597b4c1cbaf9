'use client';
/** The home screen: the current phase, the person's place, and their next actions. */
import { useNow, useShown, useView } from '@/client/hooks/gathering-provider';
import { nowAndNext } from '@/domain/gathering/clock';
import { sessionsIn } from '@/domain/gathering/session-queries';
import { useSay } from '@/i18n/words';
import { Section } from '@/ui/surface';
import { Announcements } from '../_frame/announcements';
import { ClosingWord } from './closing-word';
import { CodeCard } from '../_me/recovery-code';
import { CircleRow } from '../_circle/circle-row';
import { FateLink } from './outcome-link';
import { isGoing, CurrentPhase } from './current-phase';
import { Overrunning } from '../_frame/overrun-notice';
import { MyAgenda } from '../_me/my-agenda';
import { MyTopics } from '../_me/my-topics';
import { useSlotName } from '../_frame/place-names';
import { CurrentPlace } from '../_circle/current-place';

export function Home({ recovery }: { recovery: string | null }) {
  const title = useShown((s) => s.view.title);
  const question = useShown((s) => s.view.question);
  const going = useShown((s) => isGoing(s.view.phase));
  return (
    <>
      <header className="grid gap-1">
        {question && <p className="font-semibold text-accent text-sm">{title}</p>}
        <h1 className="text-lg sm:text-xl">{question || title}</h1>
      </header>
      <CurrentPhase />
      <FateLink />
      <ClosingWord />
      <Announcements />
      <Overrunning />
      {going && <CurrentPlace />}
      <CodeCard recovery={recovery} />
      <NowAndNext />
      {going && <MyAgenda elsewhere />}
      <MyTopics />
    </>
  );
}

function NowAndNext() {
  const say = useSay();
  const view = useView();
  const now = useNow();
  const slotName = useSlotName();
  if (now === null) return null;
  const running = Object.values(view.sessions).filter((s) => s.state === 'running');
  const at = nowAndNext(view, now);
  const here = at.now ? sessionsIn(view, at.now.id).filter((s) => s.state !== 'ended') : running;
  const next = at.next ? sessionsIn(view, at.next.id) : [];
  if (here.length === 0 && next.length === 0) return null;
  return (
    <>
      {here.length > 0 && (
        <Section title={say('home.circlesNow')} aside={at.now ? slotName(at.now) : undefined}>
          <ul className="grid gap-2">
            {here.map((s) => (
              <CircleRow key={s.id} session={s.id} />
            ))}
          </ul>
        </Section>
      )}
      {next.length > 0 && at.next && (
        <Section title={say('home.next')} aside={slotName(at.next)}>
          <ul className="grid gap-2">
            {next.map((s) => (
              <CircleRow key={s.id} session={s.id} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
