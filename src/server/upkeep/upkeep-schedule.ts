/** The schedule of the server's own duties: retention twice a day, and the end of sign-ins every minute. */
import type { Labels } from '@/protocol/wire';
import type { Accounts } from '../identity/accounts';
import type { Streams, StreamRow } from '../streams/streams';
import { retain } from './retention';
import type { TrustedClock } from './trusted-clock';

type Schedule = {
  streams: Streams;
  accounts: Accounts;
  folder: string;
  trusted: TrustedClock;
  warn: (what: string, error?: unknown) => void;
  /** Hears whose labels retention removed. */
  told: (row: StreamRow, labels: Labels) => void;
  /** Accounts and sign-ins that expire lose the streams they are in. */
  signOutEnded: () => void;
};

export function scheduleUpkeep({ streams, accounts, folder, trusted, warn, told, signOutEnded }: Schedule) {
  /** Deletes what was kept long enough; `now` in epoch ms. */
  const keepNoLonger = (now = trusted.now()) => {
    retain(streams, accounts, folder, undefined, told, now);
  };
  const living = setInterval(() => {
    trusted.now();
    signOutEnded();
  }, 60_000);
  living.unref();
  const daily = setInterval(() => {
    try {
      keepNoLonger();
    } catch (e) {
      warn('what was kept long enough is still there; it goes in twelve hours', e);
    }
  }, 12 * 3_600_000);
  daily.unref();
  const stop = () => {
    clearInterval(daily);
    clearInterval(living);
  };
  return { keepNoLonger, stop };
}
