/** A scene with a call to action: a few large words, and the QR code of the page where people act. */
import type { ReactNode } from 'react';
import { cx } from '@/ui/cx';
import { QrCode } from '@/ui/qr-code';
import { Fit } from '@/ui/wall-fit';
import { useTight } from './scene';

type Props = { title: string; link: string; now: number | null; children: ReactNode };

export function Calling({ title, link, now, children }: Props) {
  const tight = useTight(now);
  return (
    <div
      className={cx(
        'grid size-full grid-cols-[1fr_auto] grid-rows-[minmax(0,1fr)] items-center px-[calc(var(--u)*2)] upright-wall:grid-cols-1 upright-wall:justify-items-center',
        tight
          ? 'gap-[calc(var(--h)*1)] upright-wall:grid-rows-[minmax(0,1fr)_minmax(0,calc(var(--u)*30))]'
          : 'gap-[calc(var(--u)*3)] upright-wall:grid-rows-[minmax(calc(var(--h)*24),1fr)_minmax(0,calc(var(--u)*46))]',
      )}
    >
      {/* The title gives way to the rest, under an announcement and on narrow walls. */}
      <div
        className={cx(
          'grid size-full min-h-0 min-w-0 grid-rows-[minmax(0,calc(var(--h)*34))] content-center',
          tight
            ? 'gap-[calc(var(--h)*0.8)] [&>p]:text-base [&>p]:leading-[1.2]'
            : 'gap-[calc(var(--h)*4)] upright-wall:gap-[calc(var(--h)*2)]',
        )}
      >
        <h1 className="min-h-0">
          <Fit of={title} max={15} place="end">
            <span className="[text-wrap:balance]">{title}</span>
          </Fit>
        </h1>
        {children}
      </div>
      <QrCode
        value={link}
        label={link}
        className="size-[calc(var(--u)*32)] max-h-full rounded-xl shadow-card upright-wall:h-full upright-wall:w-auto"
      />
    </div>
  );
}
