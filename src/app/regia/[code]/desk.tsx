'use client';
/** The desk's page: the moment and the wall always first, then what this moment needs. */
import { type ReactNode, Fragment } from 'react';
import { Ribbon } from '@/app/_page/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsing';
import { LinkBadge } from '@/app/_page/link-badge';
import { Answers } from '@/app/_page/answers';
import { CopyButton } from '@/app/_page/copy-button';
import { useShown, useView, useWritten } from '@/client/provider';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { TopBar } from '@/ui/navigation';
import { Banner } from '@/ui/notice';
import { Stat } from '@/ui/surface';
import { hasMarket } from '@/domain/gathering/formats';
import { About } from './_parts/about';
import { Announcements } from './_parts/announcements';
import { Closing } from './_parts/closing';
import { MatrixKeeping } from './_parts/matrix-keeping';
import { neededNow, type Part } from './_parts/needed-now';
import { PaperIdeas } from './_parts/paper-ideas';
import { Photos } from './_parts/photos';
import { Phases } from './_parts/phases';
import { Programme, PromptLight } from './_parts/programme';
import { Queue } from './_parts/queue';
import { Rehearsing } from './_parts/rehearsing';
import { Reports } from './_parts/reports';
import { Time } from './_parts/time';
import { Withheld } from './_parts/withheld';
import { Voting } from './_parts/voting';
import { WallControl } from './_parts/wall-control';

export function Desk({ address, role }: { address: string; role: string }) {
  const say = useSay();
  const view = useView();
  const link = useShown((s) => s.link);
  const shut = useShown((s) => s.shut);
  const holds = role === 'facilitator' || role === 'owner';
  const market = hasMarket(view.format);
  const parts: Record<Part, ReactNode> = {
    matrix: <MatrixKeeping />,
    reports: <Reports />,
    voting: holds && <Voting />,
    closing: holds && <Closing />,
  };
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
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-6xl gap-8 px-4 pt-6 pb-32 sm:px-6">
        <h1 className="sr-only">{say('desk.title')}</h1>
        {shut && <Banner kind="bad" title={sayRefusal(say, shut)} live />}
        {!holds && <Banner kind="info" title={say('desk.readOnly')} />}
        <Numbers address={address} mayRevise={role !== 'helper'} />
        {holds && view.rehearsal && <Rehearsing />}
        {holds && <Phases />}
        {holds && (market ? <Queue /> : <PromptLight />)}
        {holds && (
          <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
            <WallControl address={address} />
            <div className="grid content-start gap-8">
              <Announcements />
              <Time />
            </div>
          </div>
        )}
        {market ? (
          neededNow(view.phase).map((part) => <Fragment key={part}>{parts[part]}</Fragment>)
        ) : (
          <>
            {role !== 'helper' && <Programme />}
            {role !== 'facilitator' && <PaperIdeas />}
            {holds && <Closing />}
          </>
        )}
        <Photos />
        <Withheld mayClear={role === 'planner' || role === 'owner'} />
      </main>
    </Answers>
  );
}

function Numbers({ address, mayRevise }: { address: string; mayRevise: boolean }) {
  const say = useSay();
  const view = useView();
  const market = hasMarket(view.format);
  const known = useWritten();
  const door = `${address}/i/${view.code}`;
  const sessions = Object.values(view.sessions).filter((s) => s.state !== 'cancelled');
  const notes = Object.values(view.notes).filter((n) => !n.withdrawn).length;
  return (
    <section
      aria-label={say('desk.numbers')}
      className="flex flex-wrap items-end justify-between gap-x-10 gap-y-5"
    >
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        <Stat value={view.people} label={say('desk.people', { n: view.people })} />
        {market && (
          <Stat value={view.topicOrder.length} label={say('desk.topics', { n: view.topicOrder.length })} />
        )}
        {market && (
          <Stat
            value={sessions.filter((s) => s.state === 'running').length}
            label={say('desk.circles')}
            hint={say('desk.circlesHint', { n: sessions.length })}
          />
        )}
        {market ? (
          <Stat value={known ? notes : '…'} label={say('desk.notes', { n: known ? notes : 2 })} />
        ) : (
          <Stat
            value={known ? Object.values(view.ideas).filter((i) => !i.withdrawn).length : '…'}
            label={say('desk.ideas')}
          />
        )}
        <Stat value={view.code} label={say('desk.code')} hint={door.replace(/^https?:\/\//, '')} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button href={`/muro/${view.code}`} target="_blank" icon="wall">
          {say('desk.openWall')}
        </Button>
        <Button href={`/atti/${view.code}`} icon="book">
          {say('desk.openRecord')}
        </Button>
        <Button href={`/stampa/${view.code}`} icon="print">
          {say('desk.print')}
        </Button>
        <Button href={`/segreteria/${view.code}`} icon="edit">
          {say('desk.secretariat')}
        </Button>
        <Button href={`/totem/${view.code}`} icon="people">
          {say('desk.totem')}
        </Button>
        {mayRevise && <About />}
        <CopyButton text={door} label={say('desk.copyInvite')} size="normal" />
      </div>
    </section>
  );
}
