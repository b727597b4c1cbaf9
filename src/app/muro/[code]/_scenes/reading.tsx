'use client';
/** Reading time: how much was said, and where to read it. */
import { useView } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { QrCode } from '@/ui/qr-code';
import type { SceneProps } from './scene-for';

export function Reading({ address }: SceneProps) {
  const view = useView();
  const say = useSay();
  const notes = Object.values(view.notes).filter((n) => !n.withdrawn).length;
  const circles = Object.values(view.sessions).filter((s) => s.state !== 'cancelled').length;
  return (
    <div className="grid h-full grid-cols-[1fr_auto] items-center gap-16">
      <div>
        <h1 className="mb-10 text-4xl">{say('wall.reading')}</h1>
        <p className="text-2xl leading-normal">
          {say('wall.topics', { n: view.topicOrder.length })} · {say('wall.circles', { n: circles })} ·{' '}
          {say('wall.notes', { n: notes })}
        </p>
        <p className="mt-10 text-2xl text-ink-soft">{say('wall.readingHow')}</p>
      </div>
      <QrCode
        value={`${address}/atti/${view.code}`}
        label={`${address}/atti/${view.code}`}
        className="size-[calc(var(--u)*26)] rounded-xl bg-raised p-6 shadow-card"
      />
    </div>
  );
}
