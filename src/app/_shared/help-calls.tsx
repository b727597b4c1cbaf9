'use client';
/** Open calls for help, for the helpers: who and where, oldest first, closed with one tap. */
import { useCan, useShown, useView } from '@/client/hooks/gathering-provider';
import { openCalls } from '@/domain/gathering/state/help-call';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Section } from '@/ui/surface';
import { useTapGuard } from '@/ui/tap-guard';
import { useDeskDo } from './desk-commands';

export function HelpCalls() {
  const say = useSay();
  const ask = useDeskDo();
  const view = useView();
  const can = useCan();
  const people = useShown((s) => s.people);
  const calls = openCalls(view);
  // Once a call is closed the next one takes its place: a second tap would close it unread.
  const guard = useTapGuard(calls.map((c) => c.id).join());
  const where = (id: string | null) => {
    const session = id === null ? undefined : view.sessions[id];
    const topic = session && view.topics[session.topic];
    const space = view.spaces.find((p) => p.id === session?.space)?.name;
    return session && topic ? `${space ?? ''} · ${topicNumber(topic.n)}` : say('help.nowhere');
  };
  return (
    <div
      aria-live="assertive"
      // From the top bar on, so that nothing is seen to pass between them.
      className="sticky top-14 z-10 -mt-2 max-h-[40dvh] overflow-y-auto rounded-b-lg bg-surface pt-2 empty:hidden"
    >
      {calls.length > 0 && (
        <Section title={say('help.calls')}>
          <ul {...guard} className={cx('grid gap-2', guard.className)}>
            {calls.map((c) => (
              <li
                key={c.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border-2 border-warn bg-warn-soft px-4 py-2"
              >
                <b>{people[c.seat ?? ''] ?? say('who.someone')}</b>
                <span>{where(c.session)}</span>
                <span className="text-ink-soft text-sm">{say.time(c.at, view.timezone)}</span>
                {can('closeHelp', { call: c.id }) && (
                  <Button
                    size="small"
                    kind="primary"
                    className="ms-auto"
                    onClick={() => ask('closeHelp', { call: c.id })}
                  >
                    {say('help.closeCall')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
