'use client';
/** Colleagues who are reading in these minutes, and where: two planners need not take the same circle. */
import { useMemo } from 'react';
import { usePath, usePathNow, usePathShown } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { Icon } from '@/ui/icons';
import { useNameOf, useOrigin } from './names';
import { useWhere, walkTo } from './reading-position';

const LATELY = 10 * 60_000;

export function Colleagues({ code, said }: { code: string; said: readonly Said[] }) {
  const say = useSay();
  const path = usePath();
  const you = usePathShown((s) => s.you?.id);
  const now = usePathNow(20_000);
  const [name, origin] = [useNameOf(), useOrigin()];
  const { address } = useWhere(code);
  const latest = useMemo(() => {
    const seen = new Map<string, { at: number; ref: string }>();
    const note = (by: string | null, at: number, ref: string) => {
      if (by && at > (seen.get(by)?.at ?? 0)) seen.set(by, { at, ref });
    };
    for (const c of standingOnes(path.codings)) note(c.by, c.at, c.ref);
    for (const [ref, r] of Object.entries(path.readings))
      for (const mark of [r.first, r.second]) if (mark) note(mark.by, mark.at, ref);
    return seen;
  }, [path.codings, path.readings]);
  if (now === null) return null;
  const others = [...latest].filter(([by, { at }]) => by !== you && now - at < LATELY);
  if (others.length === 0) return null;
  return (
    <ul aria-label={say('reading.alsoHere')} className="flex flex-wrap gap-2">
      {others.map(([by, { at, ref }]) => {
        const source = said.find((s) => s.ref === ref);
        return (
          <li key={by}>
            <a
              href={address(ref)}
              onClick={(e) => {
                e.preventDefault();
                walkTo(address(ref));
              }}
              className="inline-flex min-h-11 items-center gap-2 rounded-full bg-accent-soft px-3.5 text-ink text-sm no-underline hover:underline"
            >
              <Icon name="people" className="text-accent" />
              <span>
                <b>{name(by)}</b>{' '}
                {say(now - at < 60_000 ? 'reading.colleagueNow' : 'reading.colleagueAt', {
                  n: Math.round((now - at) / 60_000),
                  where: source ? origin(source) : '',
                })}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
