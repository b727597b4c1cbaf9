'use client';
/** Photographs of the flip chart: resized, stripped of location and camera data, and shown to everybody. */
import { useRef, useState } from 'react';
import { Photo } from '@/app/_page/photo';
import type { Report } from '@/domain/gathering/state/report';
import type { RefusalCode } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { Section } from '@/ui/surface';
import { newId, useDo } from '../frame/phone-hooks';
import { useToast } from '../frame/toast';
import { useWhere } from '../frame/navigation';

type Taken = { ok: true; hash: string; w: number; h: number } | { ok: false; refused: RefusalCode };

export function ReportPhotos({ topic, report }: { topic: string; report: Report }) {
  const say = useSay();
  const act = useDo();
  const toast = useToast();
  const { code } = useWhere();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    try {
      const answer = await fetch(`/api/photos/${code}`, { method: 'POST', body: file });
      const taken = (await answer.json()) as Taken;
      if (!taken.ok) toast({ text: sayRefusal(say, taken), tone: 'bad' });
      else {
        const { hash, w, h } = taken;
        act('attachPhoto', { topic, photo: newId(), hash, w, h }, { say: say('report.photoAdded') });
      }
    } catch {
      toast({ text: say('me.needsNetwork'), tone: 'bad' });
    }
    setBusy(false);
  };
  const photos = report.photos.filter((p) => !p.removed);
  return (
    <Section title={say('report.photos')} intro={say('report.photosWhy')}>
      <ul className="grid grid-cols-2 gap-3 empty:hidden">
        {photos.map((p) => (
          <li key={p.id} className="relative">
            <Photo hash={p.hash} w={p.w} h={p.h} alt={say('report.photoOf')} />
            <div className="absolute top-1 end-1 rounded-full bg-raised">
              <IconButton
                icon="close"
                label={say('report.removePhoto')}
                onClick={() => act('removePhoto', { topic, photo: p.id })}
              />
            </div>
          </li>
        ))}
      </ul>
      <input
        ref={picker}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        hidden
        onChange={(e) => {
          void send(e.target.files?.[0]);
          e.target.value = '';
        }}
      />
      <Button icon="plus" busy={busy} onClick={() => picker.current?.click()}>
        {say('report.addPhoto')}
      </Button>
    </Section>
  );
}
