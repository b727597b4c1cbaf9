/** How to come in, legible from the last row: the square to frame, the address, the short code. */
import type { ReactNode } from 'react';
import { cx } from './cx';
import { QrCode } from './qr-code';

export function BigCode({
  code,
  codeLabel,
  address,
  addressLabel,
  url,
  qrLabel,
  stacked,
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
  /** The square above the words, for a column. */
  stacked?: boolean;
}) {
  return (
    <div className={cx('flex gap-x-12 gap-y-5', stacked ? 'flex-col items-start' : 'flex-wrap items-center')}>
      <QrCode value={url} label={qrLabel} className="w-[min(100%,calc(var(--spacing)*88))]" />
      <dl className="grid min-w-0 gap-3 leading-tight">
        <div>
          <dt className="text-ink-soft text-base">{addressLabel}</dt>
          <dd className="break-all font-bold text-xl tracking-wide [font-kerning:none]">{address}</dd>
        </div>
        <div>
          <dt className="text-ink-soft text-base">{codeLabel}</dt>
          <dd className="font-bold text-3xl uppercase tracking-[0.18em]">{code}</dd>
        </div>
      </dl>
    </div>
  );
}
