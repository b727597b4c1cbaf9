'use client';
/** The person's own page: name, code, day, texts, and how to leave, with all data or erased. */
import { useRecovery } from '@/client/replica/own-part';
import { ribbonText } from '@/app/_shared/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsal';
import { useState } from 'react';
import { useShown, useView, useWritten } from '@/client/hooks/gathering-provider';
import { notesOn, wroteNote } from '@/domain/gathering/note-queries';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { useLanguages, useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { useMe, useName } from '../_frame/phone-hooks';
import { CalendarLink } from './calendar';
import { ChangePerson } from './change-person';
import { SignBook } from './sign-book';
import { spaced } from './recovery-code';
import { EraseMe } from './erase-me';
import { KeptOfMe } from './stored-about-me';
import { MyAgenda } from './my-agenda';
import { MyLabel } from './my-label';
import { MyTopics } from './my-topics';
import { TraceFold } from './sync-trace';
import { useKeepOwnLines } from '../_home/outcome-link';
import { HelpButton } from '../_circle/help-button';
import { NoteItem } from '../_circle/note-item';
import { GongSwitch } from '../_frame/time-notice';
import { useWhere } from '../_frame/navigation';

export function Me({ recovery: drawn }: { recovery: string | null }) {
  const recovery = useRecovery(drawn);
  const say = useSay();
  const languages = useLanguages();
  const me = useMe();
  const name = useName();
  const { code } = useWhere();
  const [shown, setShown] = useState(false);
  const keepLines = useKeepOwnLines();
  const kind = useShown((s) => inventedIn(s.view));
  return (
    <>
      <PageHeader title={name(me)} over={say('me.title')} />
      <MyLabel />
      {recovery && (
        <Section title={say('code.title')} intro={say('code.why')}>
          {shown ? (
            <p className="font-bold font-mono text-2xl tracking-widest">{spaced(recovery)}</p>
          ) : (
            <Button icon="eye" onClick={() => setShown(true)} className="justify-self-start">
              {say('code.show')}
            </Button>
          )}
        </Section>
      )}
      <MyAgenda />
      <CalendarLink />
      <MyTopics />
      <MyNotes />
      <SignBook />
      <HelpButton />
      <GongSwitch />
      <Section title={say('me.language')}>
        <form method="post" action="/api/lang" className="flex flex-wrap gap-2">
          <input type="hidden" name="back" value={`/i/${code}/io`} />
          {languages.map(({ code: lang, name }) => (
            <Button
              key={lang}
              type="submit"
              name="lang"
              value={lang}
              lang={lang}
              aria-pressed={say.lang === lang}
            >
              {name}
            </Button>
          ))}
        </form>
        {languages.some((l) => l.code === say.lang && l.machine) && <p>{say('language.machine')}</p>}
      </Section>
      <KeptOfMe />
      <Section title={say('me.leave')} intro={say('me.leaveWhy')}>
        <ChangePerson recovery={recovery} />
        <form method="post" action="/api/seat/close-others">
          <input type="hidden" name="code" value={code} />
          <Button type="submit" icon="close">
            {say('me.closeOthers')}
          </Button>
        </form>
        <a className="inline-flex min-h-11 items-center underline" href={`/api/mine/${code}`} download>
          {say('me.export')}
        </a>
        <EraseMe />
      </Section>
      <TraceFold code={code} />
      <p className="flex flex-wrap gap-x-6 text-sm">
        <a className="py-3 underline" href={`/esiti/${code}`} onClick={keepLines}>
          {say('fate.title')}
        </a>
        <a className="py-3 underline" href="/informativa">
          {say('foot.privacy')}
        </a>
        <a className="py-3 underline" href="/accessibilita">
          {say('me.accessibility')}
        </a>
        {kind && <span className="py-3">{ribbonText(say, kind)}</span>}
      </p>
    </>
  );
}

function MyNotes() {
  const say = useSay();
  const known = useWritten();
  const view = useView();
  const me = useMe();
  const written = topicsInOrder(view).flatMap((t) =>
    notesOn(view, t.id)
      .filter((n) => me !== null && wroteNote(view, n, me))
      .map((note) => ({ note, n: t.n })),
  );
  if (!known) return <Skeleton label={say('loading')} lines={3} />;
  if (written.length === 0) return null;
  return (
    <Section title={say('me.notes', { n: written.length })}>
      <ul className="grid gap-2">
        {written.map(({ note, n }) => (
          <NoteItem key={note.id} note={note} topicN={n} />
        ))}
      </ul>
    </Section>
  );
}
