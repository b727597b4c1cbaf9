'use client';
/** The way in: the question, the code to scan, the code to type. */
import { useView } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { QrCode } from '@/ui/qr-code';
import type { SceneProps } from './scene';

export function Welcome({ address }: SceneProps) {
  const view = useView();
  const say = useSay();
  const long = view.question.length > 110;
  return (
    <div className="grid h-full grid-cols-[1fr_auto] items-center gap-16">
      <div>
        <p className="mb-8 font-semibold text-accent text-xl">{view.sponsor}</p>
        <h1 className={long ? 'text-3xl leading-tight' : 'text-4xl leading-tight'}>
          {view.question || view.title}
        </h1>
        <p className="mt-12 text-ink-soft text-2xl">{say('wall.slogan')}</p>
      </div>
      <div className="grid justify-items-center gap-4 rounded-xl bg-raised px-10 py-7 shadow-card">
        <p className="font-bold text-2xl">{say('wall.join')}</p>
        <QrCode
          // Straight to the door: one round trip less for who comes in on bad Wi-Fi.
          value={`${address}/i/${view.code}/entra`}
          label={`${address}/i/${view.code}`}
          // Read from the last row of chairs: as large as the wall allows.
          className={view.network ? 'size-[calc(var(--u)*23)]' : 'size-[calc(var(--u)*27)]'}
        />
        {view.network && (
          <p className="max-w-[calc(var(--u)*30)] text-center font-semibold text-base leading-snug">
            {say('wall.network', { network: view.network })}
          </p>
        )}
        <p className="max-w-[calc(var(--u)*30)] text-center text-base leading-snug">
          {say('wall.joinHow', { address: address.replace(/^https?:\/\//, '') })}
        </p>
        <p className="font-bold text-4xl leading-none tracking-[0.2em]">{view.code}</p>
      </div>
    </div>
  );
}
