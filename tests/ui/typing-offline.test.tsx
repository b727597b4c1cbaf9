// @vitest-environment happy-dom
/** Fetches ahead of a page wait while somebody types. */
import { expect, it, onTestFinished, vi } from 'vitest';
import { fetchRest } from '@/app/i/[code]/[[...where]]/_frame/screen';
import { useOffline } from '@/client/loading/offline';
import { mount } from './mount';

type Rest = (pause: () => Promise<void>) => Promise<void>;
function Page({ rest }: { rest: Rest }) {
  useOffline(['/i/PROVA'], rest);
  return null;
}

it('fetches no other screen while somebody types, and all a second after the last letter', async () => {
  vi.useFakeTimers();
  vi.stubEnv('NODE_ENV', 'production');
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });
  const fetched: number[] = [];
  mount(
    <Page
      rest={async (pause) => {
        for (const part of [1, 2]) {
          await pause();
          fetched.push(part);
        }
      }}
    />,
  );
  for (let ms = 0; ms < 12_000; ms += 100) {
    window.dispatchEvent(new Event('input'));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(fetched).toEqual([]);
  await vi.advanceTimersByTimeAsync(900);
  expect(fetched).toEqual([1, 2]);
});

it('waits before each screen of the phone', async () => {
  await expect(fetchRest(() => Promise.reject(new Error('somebody types')))).rejects.toThrow(
    'somebody types',
  );
});
