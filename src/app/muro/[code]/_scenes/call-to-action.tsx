/** A scene with a call to action: a few large words, and the QR code of the page where people act. */
import type { ReactNode } from 'react';
import { QrCode } from '@/ui/qr-code';
import { Fit } from '@/ui/wall-fit';

export function Calling({ title, link, children }: { title: string; link: string; children: ReactNode }) {
  return (
    <div className="grid size-full grid-cols-[1fr_auto] items-center gap-[calc(var(--u)*3)] px-[calc(var(--u)*2)] upright-wall:grid-cols-1 upright-wall:grid-rows-[1fr_auto] upright-wall:justify-items-center">
      <div className="grid size-full min-w-0 content-center gap-[calc(var(--h)*4)]">
        <h1 className="h-[calc(var(--h)*34)] min-h-0">
          <Fit of={title} max={15} place="end">
            <span className="[text-wrap:balance]">{title}</span>
          </Fit>
        </h1>
        {children}
      </div>
      <QrCode
        value={link}
        label={link}
        className="size-[calc(var(--u)*32)] rounded-xl shadow-card upright-wall:size-[calc(var(--u)*60)]"
      />
    </div>
  );
}
