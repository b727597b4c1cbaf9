'use client';
/** Photographs of the flip chart: resized, stripped of location and camera data, and shown to everybody. */
import { useState } from 'react';
import { Photo } from '@/app/_shared/photo';
import { PhotoPicker } from '@/app/_shared/photo-picker';
import type { Report } from '@/domain/gathering/state/report';
import { sendPhoto } from '@/client/connection/send-photo';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { IconButton } from '@/ui/button';
import { Section } from '@/ui/surface';
import { newId, useDo } from '../_frame/phone-hooks';
import { useToast } from '../_frame/phone-toasts';
import { useWhere } from '../_frame/navigation';

export function ReportPhotos({ topic, report }: { topic: string; report: Report }) {
  const say = useSay();
  const act = useDo();
  const toast = useToast();
  const { code } = useWhere();
  const [busy, setBusy] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const sent = await sendPhoto(code, file);
    if (!sent) toast({ text: say('me.needsNetwork'), tone: 'bad' });
    else if (!sent.ok) toast({ text: sayRefusal(say, sent), tone: 'bad' });
    else {
      const { hash, w, h } = sent;
      act('attachPhoto', { topic, photo: newId(), hash, w, h }, { say: say('report.photoAdded') });
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
      <PhotoPicker busy={busy} onFile={send}>
        {say('report.addPhoto')}
      </PhotoPicker>
    </Section>
  );
}
