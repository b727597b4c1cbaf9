'use client';
/** Signs out at the totem after 45 quiet seconds, for the next person (E14). */
import { useEffect, useRef, useState } from 'react';
import { useShown } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';

const QUIET_S = 45;
const WARN_S = 15;

export function TotemReturn({ code }: { code: string }) {
  const say = useSay();
  const name = useShown((s) => s.you?.label ?? '');
  const form = useRef<HTMLFormElement>(null);
  const last = useRef(Date.now());
  const [left, setLeft] = useState(QUIET_S);
  useEffect(() => {
    const touched = () => {
      last.current = Date.now();
      setLeft(QUIET_S);
    };
    const signs = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true });
    const timer = setInterval(() => {
      const s = QUIET_S - Math.floor((Date.now() - last.current) / 1000);
      setLeft(s);
      if (s <= 0) form.current?.requestSubmit();
    }, 1000);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touched);
    };
  }, []);
  return (
    <form
      ref={form}
      method="post"
      action="/api/totem/rise"
      className="sticky top-0 z-30 flex flex-wrap items-center justify-end gap-3 bg-sunken px-4 py-2"
    >
      <input type="hidden" name="code" value={code} />
      <b className="me-auto min-w-0 truncate">{name}</b>
      <span role="status" className="font-semibold">
        {left <= WARN_S && say('totem.left', { n: Math.max(0, left) })}
      </span>
      <Button type="submit" size="small" icon="out">
        {say('totem.done')}
      </Button>
    </form>
  );
}
