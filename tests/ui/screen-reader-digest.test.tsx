// @vitest-environment happy-dom
/** A value that changes often is read out now and then: the newest, never the one from when the page opened. */
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DIGEST_MS, useDigest } from '@/client/hooks/screen-reader-digest';
import { mount } from './mount';

function Heard({ text }: { text: string }) {
  return <p>{useDigest(text)}</p>;
}
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a digest', () => {
  it('says the newest of forty changes in a minute, once', () => {
    const { one, again } = mount(<Heard text="1" />);
    const heard: (string | null)[] = [];
    for (let n = 2; n <= 41; n++) {
      again(<Heard text={String(n)} />);
      pass(DIGEST_MS / 50);
      heard.push(one('p').textContent);
    }
    expect([...new Set(heard)]).toEqual(['']);
    pass(DIGEST_MS / 4);
    expect(one('p').textContent).toBe('41');
  });

  it('says nothing when all has returned to what it was', () => {
    const { one, again } = mount(<Heard text="3" />);
    again(<Heard text="4" />);
    again(<Heard text="3" />);
    pass(DIGEST_MS * 2);
    expect(one('p').textContent).toBe('');
  });
});
