'use client';
/** Announcements that reach phones and wall, and never close a text being written. */
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { useDraft, useNow, useView } from '@/client/hooks/gathering-provider';
import { standingAnnouncements } from '@/domain/gathering/current-announcements';
import {
  ANNOUNCED_MINUTES,
  type Announcement,
  type AnnouncementKind,
} from '@/domain/gathering/state/announcement';
import { LINE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Card } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';

const KINDS = Object.keys(ANNOUNCED_MINUTES) as AnnouncementKind[];
/** Ready to be sent, or to be ended by hand. */
const READY = ['desk.ready.lunch', 'desk.ready.back', 'desk.ready.moved'] as const;

/** `onDone`: after it was sent, when this is in a sheet. `small`: in a column of the desk. */
export function Announcements({ onDone, small }: { onDone?: () => void; small?: boolean }) {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const view = useView();
  const now = useNow();
  const [text, setText, forget] = useDraft(`${view.code}:announcement`);
  const [kind, setKind] = useState<AnnouncementKind>('avviso');
  const standing = now === null ? [] : standingAnnouncements(view, now);
  const send = () => {
    const news = { announcement: nanoid(14), text, kind, minutes: ANNOUNCED_MINUTES[kind] };
    if (!ask('announce', news)) return;
    forget();
    onDone?.();
  };
  const withdraw = (a: Announcement) => {
    if (!ask('withdrawAnnouncement', { announcement: a.id })) return;
    const left = a.until === null || now === null ? null : Math.max(1, Math.ceil((a.until - now) / 60_000));
    const again = { text: a.text, kind: a.kind, minutes: left };
    const onUndo = () => ask('announce', { announcement: nanoid(14), ...again });
    tell(say('desk.announceGone'), 'plain', { label: say('toast.undo'), onUndo });
  };
  return (
    <div className="grid gap-2">
      <TextArea
        label={say('desk.announceText')}
        labelHidden
        placeholder={say('desk.announcePlaceholder')}
        value={text}
        onText={setText}
        max={LINE_MAX}
        rows={small ? 1 : 2}
      />
      <div className={small ? 'hidden' : 'flex flex-wrap gap-2'}>
        {READY.map((key) => (
          <Button key={key} size="small" onClick={() => setText(say(key))}>
            {say(key)}
          </Button>
        ))}
      </div>
      {small ? (
        <div className="grid grid-cols-2 gap-2">
          <select
            aria-label={say('desk.announceKind')}
            value={kind}
            onChange={(e) => setKind(e.target.value as AnnouncementKind)}
            className="min-h-11 w-full min-w-0 rounded-lg border-2 border-edge bg-raised px-3"
          >
            {KINDS.map((k) => (
              <option key={k} value={k}>
                {say(`news.${k}`)}
              </option>
            ))}
          </select>
          <Button size="small" icon="bell" disabled={text.trim() === ''} onClick={send}>
            {say('desk.announceSend')}
          </Button>
        </div>
      ) : (
        <>
          <ChoicePills
            legend={say('desk.announceKind')}
            legendHidden
            value={kind}
            onValue={setKind}
            choices={KINDS.map((k) => ({ value: k, label: say(`news.${k}`) }))}
          />
          <Button icon="bell" wide disabled={text.trim() === ''} onClick={send}>
            {say('desk.announceSend')}
          </Button>
        </>
      )}
      <ul className="grid gap-2 empty:hidden">
        {standing.map((a) => (
          <li key={a.id}>
            <Card tone="sunken" className="flex items-start justify-between gap-3">
              <p className="min-w-0">
                <span className="mr-2 text-ink-soft text-sm tabular-nums">
                  {say.time(a.at, view.timezone)} {a.kind !== 'avviso' && say(`news.${a.kind}`)}
                </span>
                {a.text}
              </p>
              <IconButton icon="close" label={say('desk.announceWithdraw')} onClick={() => withdraw(a)} />
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
