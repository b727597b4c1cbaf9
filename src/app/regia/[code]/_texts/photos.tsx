'use client';
/** Photographs in the reports: one that shows people or private matters is removed for good (E36). */
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { Photo } from '@/app/_shared/photo';
import { useCan, useView } from '@/client/hooks/gathering-provider';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Section } from '@/ui/surface';

type Hung = {
  topic: string;
  number: string;
  title: string;
  photo: { id: string; hash: string; caption: string; w: number; h: number };
};

export function Photos() {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const can = useCan();
  const view = useView();
  const [going, setGoing] = useState<Hung | null>(null);
  const hung = topicsInOrder(view).flatMap((t) =>
    (view.reports[t.id]?.photos ?? [])
      .filter((p) => !p.removed && can('removePhoto', { topic: t.id, photo: p.id }))
      .map((photo): Hung => ({ topic: t.id, number: topicNumber(t.n), title: t.title, photo })),
  );
  if (hung.length === 0 && !going) return null;
  const close = () => setGoing(null);
  const takeOff = () => {
    if (going && ask('removePhoto', { topic: going.topic, photo: going.photo.id }))
      tell(say('desk.photoGone', { topic: going.number }), 'good');
    close();
  };
  return (
    <Section title={say('desk.photos')} intro={say('desk.photosHint')}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-3">
        {hung.map((h) => (
          <li
            key={h.photo.id}
            className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-start gap-3 rounded-lg border border-line bg-raised p-3"
          >
            <HungPhoto of={h} className="aspect-square object-cover" />
            <div className="grid min-w-0 justify-items-start gap-1">
              <p className="wrap-anywhere">
                <b className="text-accent">{h.number}</b> {h.title}
              </p>
              {h.photo.caption && <p className="text-ink-soft text-sm wrap-anywhere">{h.photo.caption}</p>}
              <Button size="small" icon="hide" onClick={() => setGoing(h)}>
                {say('desk.photoOff')}
                <span className="sr-only"> {h.number}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Dialog
        open={going !== null}
        onClose={close}
        title={say('desk.photoOffTitle', { topic: going?.number ?? '' })}
        closeLabel={say('close')}
        actions={
          <>
            <Button onClick={close}>{say('cancel')}</Button>
            <Button kind="danger" onClick={takeOff}>
              {say('desk.photoOff')}
            </Button>
          </>
        }
      >
        {going && <HungPhoto of={going} className="max-h-[40dvh] object-contain" />}
        <p>{say('desk.photoOffWhat')}</p>
      </Dialog>
    </Section>
  );
}

function HungPhoto({ of: { photo, number }, className }: { of: Hung; className: string }) {
  const say = useSay();
  const { hash, w, h, caption } = photo;
  const alt = caption || say('desk.photoOf', { topic: number });
  return <Photo hash={hash} w={w} h={h} alt={alt} className={className} />;
}
