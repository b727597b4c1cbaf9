/** A scene with a call to action: a few large words, and the QR code of the page where people act. */
import type { ReactNode } from 'react';
import { QrCode } from '@/ui/qr-code';
import { Fit } from '@/ui/wall-fit';

export function Calling({ title, link, children }: { title: string; link: string; children: ReactNode }) {
  return (
    <div className="grid size-full grid-cols-[1fr_auto] grid-rows-[minmax(0,1fr)] items-center gap-[calc(var(--u)*3)] px-[calc(var(--u)*2)] upright-wall:grid-cols-1 upright-wall:grid-rows-[minmax(calc(var(--h)*24),1fr)_minmax(0,calc(var(--u)*46))] upright-wall:justify-items-center">
      {/* The title gives way to the rest, under an announcement and on narrow walls. */}
      <div className="grid size-full min-h-0 min-w-0 grid-rows-[minmax(0,calc(var(--h)*34))] content-center gap-[calc(var(--h)*4)] upright-wall:gap-[calc(var(--h)*2)]">
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
