/** A circle on the wall: a disc with its number, and around it a seat for each person, one always left open. */
import type { Strand } from '@/domain/words';

type Props = {
  count: number;
  /** The number in words, e.g. "12 persone qui". */
  says: string;
  strand: Strand | null;
  /** Under way, not yet begun, or over. */
  is: 'running' | 'planned' | 'ended';
};

const FILLS: Record<Strand, string> = {
  A: 'fill-seat-a',
  B: 'fill-seat-b',
  C: 'fill-seat-c',
};
const RING = 41;
const SEATS_MIN = 12;
/** With more people the ring is drawn full. */
const SEATS_MAX = 60;

/** Seats around the disc, first at the top, then clockwise: those taken, and those free. */
export function seatsAround(count: number): { x: number; y: number; taken: boolean }[] {
  const all = Math.max(SEATS_MIN, Math.min(count, SEATS_MAX) + 1);
  return Array.from({ length: all }, (_, i) => {
    const angle = (i / all) * 2 * Math.PI - Math.PI / 2;
    return {
      x: Number((Math.cos(angle) * RING).toFixed(2)),
      y: Number((Math.sin(angle) * RING).toFixed(2)),
      taken: i < Math.min(count, all - 1),
    };
  });
}

export function WallSeats({ count, says, strand, is }: Props) {
  const seats = seatsAround(count);
  const size = Math.min(7.4, ((Math.PI * RING) / seats.length) * 0.86);
  const fill = strand ? FILLS[strand] : 'fill-accent';
  const over = is === 'ended';
  return (
    <svg viewBox="-50 -50 100 100" role="img" aria-label={says} className="block size-full">
      {seats.map((s, i) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place on the ring
          key={i}
          cx={s.x}
          cy={s.y}
          r={s.taken ? size : Math.min(2.2, size)}
          className={
            s.taken
              ? `${fill} origin-center animate-arrive [transform-box:fill-box]`
              : over
                ? 'fill-none'
                : 'fill-edge'
          }
        />
      ))}
      {is === 'planned' ? (
        <circle r={28} fill="none" strokeWidth="2.4" strokeDasharray="6 4" className="stroke-ink" />
      ) : (
        <circle r={29} className={over ? 'fill-ink-soft' : fill} />
      )}
      {over ? (
        <path
          d="M-12 1 -3 10 13 -9"
          fill="none"
          strokeWidth="6"
          strokeLinecap="round"
          className="stroke-surface"
        />
      ) : (
        <text
          textAnchor="middle"
          y="10.5"
          fontSize="30"
          fontWeight="700"
          className={is === 'planned' ? 'fill-ink' : 'fill-surface'}
        >
          {count}
        </text>
      )}
    </svg>
  );
}
