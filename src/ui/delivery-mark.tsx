/** Shows the delivery of a text as a circle that closes: stored on this phone, sent, seen by everyone. */
import { cx } from './cx';

export type DeliveryState = 'saved' | 'sent' | 'seen';

const DRAWINGS: Record<DeliveryState, { tone: string; shape: React.ReactNode }> = {
  saved: {
    tone: 'text-warn',
    shape: <circle cx="10" cy="10" r="7.5" strokeWidth="2.2" strokeDasharray="3.2 2.7" />,
  },
  sent: {
    tone: 'text-ink-soft',
    shape: (
      <>
        <path d="M15.3 4.7A7.5 7.5 0 1 0 15.3 15.3" strokeWidth="2.2" />
        <path d="M9 10h8.5M14.7 7.2 17.5 10l-2.8 2.8" strokeWidth="2" />
      </>
    ),
  },
  seen: {
    tone: 'text-good',
    shape: (
      <>
        <circle cx="10" cy="10" r="8.6" fill="currentColor" stroke="none" />
        <path d="m6.2 10.3 2.7 2.7 5-5.6" className="stroke-raised" strokeWidth="2.2" />
      </>
    ),
  },
};

/** `label` says the state in words: shown beside the circle with `words`, else only for screen readers. */
export function DeliveryMark({
  state,
  label,
  words,
}: {
  state: DeliveryState;
  label: string;
  words?: boolean;
}) {
  const { tone, shape } = DRAWINGS[state];
  return (
    <span
      className={cx('inline-flex items-center gap-1.5 text-sm', tone)}
      data-delivery={state}
      title={words ? undefined : label}
    >
      <svg
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className="size-[1.2em] shrink-0"
      >
        {shape}
      </svg>
      <span className={words ? '' : 'sr-only'}>{label}</span>
    </span>
  );
}
