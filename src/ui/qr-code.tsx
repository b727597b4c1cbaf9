/** An address as a QR code: always dark on white, with its quiet zone. */
import { encode } from 'uqr';
import { cx } from './cx';

export function QrCode({ value, label, className }: { value: string; label: string; className?: string }) {
  const { data, size } = encode(value, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={cx('block aspect-square rounded-md', className)}
    >
      <path d={`M0 0h${size}v${size}H0z`} className="fill-paper-ground" />
      <path d={path} className="fill-paper-ink" />
    </svg>
  );
}
