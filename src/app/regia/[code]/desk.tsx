'use client';
/**
 * The desk: phases on one side, the present one in the middle, walls and signals always visible; on a phone a remote
 * control.
 */
import type { ReactNode } from 'react';
import { Answers } from '@/app/_shared/desk-toasts';
import { HelpCalls } from '@/app/_shared/help-calls';
import { LinkBadge } from '@/app/_shared/link-badge';
import { Ribbon } from '@/app/_shared/ribbon';
import { useShown, useView } from '@/client/hooks/gathering-provider';
import { useOpenWalls } from '@/client/connection/wall-presence';
import { inventedIn } from '@/domain/gathering/rehearsal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import type { RequiredDetail } from '@/protocol/office-details';
import { Badge } from '@/ui/badge';
import { TopBar } from '@/ui/navigation';
import { Banner } from '@/ui/notice';
import { Announcements } from './_walls/announcements';
import { Discarded } from './_settings/discard';
import { PhasePanel } from './_phases/phase-panel';
import { NoticeMissing } from './_frame/privacy-notice-missing';
import { Numbers } from './_frame/numbers';
import { Parts } from './_frame/desk-parts';
import { Phases } from './_phases/phases';
import { Rehearsing } from './_frame/rehearsal-controls';
import { PhoneDesk } from './_frame/phone-desk';
import { GongChoices, TimerChoices } from './_walls/signals';
import { Tools } from './_frame/tools';
import { WallCount, Walls } from './_walls/walls';

type Props = {
  address: string;
  role: string;
  /** Fields of the privacy notice without which nobody may come in. */
  missing: readonly RequiredDetail[];
  mayFill: boolean;
};

export function Desk({ address, role, missing, mayFill }: Props) {
  const say = useSay();
  const view = useView();
  const link = useShown((s) => s.link);
  const shut = useShown((s) => s.shut);
  const open = useOpenWalls(view.code);
  const holds = role === 'facilitator' || role === 'owner';
  return (
    <Answers>
      <Ribbon say={say} kind={inventedIn(view)} />
      <TopBar
        title={view.title}
        back={{ href: '/ufficio', label: say('desk.toOffice') }}
        aside={
          <>
            {view.rehearsal && <Badge tone="dark">{say('rehearsal.mark')}</Badge>}
            <LinkBadge link={link} />
          </>
        }
      />
      <div
        // With very large text the last column goes below: the middle one needs room for whole words.
        className={holds ? 'items-start lg:flex lg:flex-wrap' : 'mx-auto max-w-6xl'}
      >
        {holds && (
          <Aside label={say('desk.moments')} side="left">
            <Phases />
          </Aside>
        )}
        <main
          id="main"
          tabIndex={-1}
          className="grid min-w-0 gap-6 px-4 pt-4 pb-[20rem] sm:px-6 lg:flex-[1_1_24rem] lg:pb-56"
        >
          <h1 className="sr-only">{say('desk.title')}</h1>
          {shut && <Banner kind="bad" title={sayRefusal(say, shut)} live />}
          <HelpCalls />
          <Discarded />
          <NoticeMissing missing={missing} mayFill={mayFill} />
          {!holds && <Banner kind="info" title={say('desk.readOnly')} />}
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <Numbers />
            <span className="text-ink-soft text-sm lg:hidden">
              <WallCount walls={open[0]} />
            </span>
          </div>
          {holds && <PhasePanel />}
          {holds && view.rehearsal && <Rehearsing />}
          <Tools address={address} mayRevise={role !== 'helper'} />
          <Parts role={role} />
        </main>
        {holds && (
          <Aside label={say('desk.wall')} side="right">
            <Group title={say('desk.wall')} aside={<WallCount walls={open[0]} />}>
              <Walls address={address} open={open} />
            </Group>
            <Group title={say('desk.gong')}>
              <GongChoices small />
            </Group>
            <Group title={say('desk.key.timer')}>
              <TimerChoices small />
            </Group>
            <Group title={say('desk.announce')}>
              <Announcements small />
            </Group>
          </Aside>
        )}
      </div>
      {holds && <PhoneDesk address={address} open={open} />}
    </Answers>
  );
}

/** A column that stays visible while the middle scrolls. */
function Aside({ label, side, children }: { label: string; side: 'left' | 'right'; children: ReactNode }) {
  return (
    <aside
      aria-label={label}
      className={`sticky top-16 hidden max-h-[calc(100dvh-4rem)] content-start gap-2 overflow-y-auto border-line p-3 lg:grid ${side === 'left' ? 'w-[12.5rem] border-r' : 'ms-auto w-[23rem] border-l bg-raised'}`}
    >
      {children}
    </aside>
  );
}

function Group({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-base">{title}</h2>
        <span className="text-ink-soft text-sm">{aside}</span>
      </div>
      {children}
    </section>
  );
}
