'use client';
/** Signs out at the totem after 45 quiet seconds, for the next person (E14); what was half written waits for its author. */
import { useEffect, useRef, useState } from 'react';
import { putDraftsAside, takeDraftsBack } from '@/client/storage/device-storage';
import { useShown } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';

const QUIET_S = 45;
/** WCAG 2.2.1 wants a warning of 20 seconds at least. */
const WARN_S = 25;
/** Any of these says that somebody is there, also from a device that presses no key. */
const SIGNS = ['pointerdown', 'keydown', 'input', 'scroll', 'focusin'] as const;

export function TotemReturn({ code }: { code: string }) {
  const say = useSay();
  const name = useShown((s) => s.you?.label ?? '');
  const seat = useShown((s) => s.you?.seat ?? null);
  const form = useRef<HTMLFormElement>(null);
  const last = useRef(Date.now());
  const [left, setLeft] = useState(QUIET_S);
  // Before any field looks for its draft: fields read theirs in an effect.
  useState(() => typeof window !== 'undefined' && seat && takeDraftsBack(code, seat));
  useEffect(() => {
    const touched = () => {
      last.current = Date.now();
      setLeft(QUIET_S);
    };
    for (const sign of SIGNS) window.addEventListener(sign, touched, { passive: true });
    const timer = setInterval(() => {
      const s = QUIET_S - Math.floor((Date.now() - last.current) / 1000);
      setLeft(s);
      if (s <= 0) form.current?.requestSubmit();
    }, 1000);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, touched);
    };
  }, []);
  const warns = left <= WARN_S;
  return (
    <form
      ref={form}
      method="post"
      action="/api/totem/rise"
      onSubmit={() => seat && putDraftsAside(code, seat)}
      className="roomy:sticky top-0 z-30 flex flex-wrap items-center justify-end gap-x-3 bg-sunken px-4 py-2"
    >
      <input type="hidden" name="code" value={code} />
      <b className="me-auto min-w-0 truncate">{name}</b>
      {/* Seen second by second, said once: a voice that counts covers what one is listening to. */}
      {warns && (
        <span aria-hidden="true" className="font-semibold">
          {say('totem.left', { n: Math.max(0, left) })}
        </span>
      )}
      <span role="status" className="text-sm">
        {warns && (
          <>
            <span className="sr-only">{say('totem.left', { n: WARN_S })}. </span>
            {say('totem.stay')}
          </>
        )}
      </span>
      <Button type="submit" size="small" icon="out">
        {say('totem.done')}
      </Button>
    </form>
  );
}
