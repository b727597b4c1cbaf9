'use client';
/** The circles: those that can be joined now, then the others of the day; moving is one tap, without a reason. */
import { useNow, useShown, useView } from '@/client/hooks/gathering-provider';
import { nowAndNext } from '@/domain/gathering/clock';
import { liveCircles, sessionsIn } from '@/domain/gathering/session-queries';
import { useSay } from '@/i18n/words';
import { Button, buttonClass } from '@/ui/button';
import { EmptyState } from '@/ui/notice';
import { Card, PageHeader, Section } from '@/ui/surface';
import { CircleRow } from './circle-row';
import { useDo, useMine } from '../_frame/phone-hooks';
import { useSlotName, useToCome } from '../_frame/place-names';
import { Go } from '../_frame/navigation';

export function Circles() {
  const say = useSay();
  const view = useView();
  const now = useNow();
  const slotName = useSlotName();
  const at = nowAndNext(view, now ?? 0);
  const live = new Set(liveCircles(view).map((s) => s.id));
  if (at.now) for (const s of sessionsIn(view, at.now.id)) if (s.state !== 'ended') live.add(s.id);
  const slots = view.slots.filter((s) => s.released && sessionsIn(view, s.id).length > 0);
  const { toCome, over } = useToCome(slots);
  return (
    <>
      <PageHeader title={say('circles.title')} intro={say('circles.law')} />
      <Roaming />
      {slots.length === 0 && (
        <EmptyState
          title={say('circles.none')}
          action={
            <Go to="bacheca" className={buttonClass()}>
              {say('way.board')}
            </Go>
          }
        >
          {say('circles.noneYet')}
        </EmptyState>
      )}
      {live.size > 0 && (
        <Section title={say('circles.now')} aside={at.now ? slotName(at.now) : undefined}>
          <ul className="grid gap-2">
            {[...live].map((id) => (
              <CircleRow key={id} session={id} />
            ))}
          </ul>
        </Section>
      )}
      {[...toCome, ...over].map((slot) => {
        const rest = sessionsIn(view, slot.id).filter((s) => !live.has(s.id));
        if (rest.length === 0) return null;
        return (
          <Section key={slot.id} title={slotName(slot)}>
            <ul className="grid gap-2">
              {rest.map((s) => (
                <CircleRow key={s.id} session={s.id} />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

/** Bumblebees and butterflies are a full state, never an absence. */
function Roaming() {
  const say = useSay();
  const act = useDo();
  const circle = useMine()?.circle ?? null;
  const roaming = useShown((s) => s.view.roaming);
  const roam = () =>
    act(
      'moveTo',
      { to: 'roaming' },
      { say: say('circles.nowRoaming'), undo: () => act('moveTo', { to: circle }) },
    );
  return (
    <Card tone="sunken" className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-[min(10rem,100%)] flex-1">
        <span className="font-semibold">{say('circles.roaming', { n: roaming })}</span>
        <span className="block text-ink-soft text-sm">{say('circles.roamingWhy')}</span>
      </p>
      {circle === 'roaming' ? (
        <p className="font-semibold text-accent">{say('circles.youRoam')}</p>
      ) : (
        <Button size="small" onClick={roam}>
          {say('standing.roam')}
        </Button>
      )}
    </Card>
  );
}
