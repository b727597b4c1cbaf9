/** A photograph of a report, from its route: already small, already WebP, cached for ever by its hash. */
import { cx } from '@/ui/cx';

type Props = { hash: string; w: number; h: number; alt: string; className?: string };

export function Photo({ hash, w, h, alt, className }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: served by our own route, already at its size
    <img
      src={`/foto/${hash}.webp`}
      width={w}
      height={h}
      alt={alt}
      loading="lazy"
      className={cx('h-auto w-full rounded-lg border border-line', className)}
    />
  );
}
