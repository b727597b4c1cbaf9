/** A scene that calls: a few words as large as the hall, and the code that brings a phone to where it is done. */
import type { ReactNode } from 'react';
import { QrCode } from '@/ui/qr-code';

export function Calling({ title, link, children }: { title: string; link: string; children: ReactNode }) {
  return (
    <div className="grid h-full grid-cols-[1fr_auto] items-center gap-16">
      <div className="grid gap-10">
        <h1 className="text-4xl">{title}</h1>
        {children}
      </div>
      <QrCode
        value={link}
        label={link}
        className="size-[calc(var(--u)*30)] rounded-xl bg-raised p-6 shadow-card"
      />
    </div>
  );
}
