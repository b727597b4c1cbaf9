/** How to come in, legible from the last row: the square to frame, the address, the short code. */
import type { ReactNode } from 'react';
import { QrCode } from './qr-code';

export function BigCode({
  code,
  codeLabel,
  address,
  addressLabel,
  url,
  qrLabel,
}: {
  /** The short code, e.g. "CARPI". */
  code: string;
  codeLabel: ReactNode;
  /** The address as one would type it. */
  address: string;
  addressLabel: ReactNode;
  /** What the square holds. */
  url: string;
  qrLabel: string;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-14 gap-y-6">
      <QrCode value={url} label={qrLabel} className="w-[min(100%,calc(var(--spacing)*105))]" />
      <dl className="grid min-w-0 gap-5">
        <div>
          <dt className="text-ink-soft text-lg">{addressLabel}</dt>
          <dd className="break-all font-bold text-2xl">{address}</dd>
        </div>
        <div>
          <dt className="text-ink-soft text-lg">{codeLabel}</dt>
          <dd className="font-bold text-4xl uppercase tracking-[0.18em]">{code}</dd>
        </div>
      </dl>
    </div>
  );
}
