'use client';
/** Saturation: themes added session by session, in the order they were read. */
import { useMemo } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { readingBySitting, saturation, sittingsRead } from '@/domain/programming/saturation';
import { reads } from '@/domain/programming/reading-queue';
import { useSay } from '@/i18n/words';
import { Banner } from '@/ui/notice';
import { useOrigin } from '../_reading/names';
import { Under } from './figures';
import { Picture, StepPicture } from './picture';
import type { ViewProps } from './view';

export function Saturation({ coded, said }: ViewProps) {
  const say = useSay();
  const origin = useOrigin();
  const path = usePath();
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the path only how far it has been read
  const far = useMemo(() => readingBySitting(said, reads(path)), [said, path.readings, path.codings]);
  const whole = useMemo(
    () => new Set([...far].flatMap(([session, n]) => (n.read === n.texts ? [session] : []))),
    [far],
  );
  const found = useMemo(() => saturation(sittingsRead(coded, whole)), [coded, whole]);
  const texts = [...far.values()].reduce((n, s) => n + s.texts, 0);
  const done = [...far.values()].reduce((n, s) => n + s.read, 0);
  const named = useMemo(() => {
    const names = new Map<string, string>();
    for (const s of said) if (!names.has(s.session)) names.set(s.session, origin({ ...s, cite: undefined }));
    return names;
  }, [said, origin]);
  const steps = found.steps.map((s, i) => ({ ...s, i: i + 1 }));
  const last = steps.at(-1)?.themes ?? 0;
  return (
    <>
      <Under n={found.n} unit={found.unit} />
      <Banner
        kind={found.saturated ? 'good' : 'info'}
        title={say(found.saturated ? 'analysis.saturated' : 'analysis.notSaturated')}
      >
        <p>{say('analysis.saturationRule', { k: found.k })}</p>
        <p>
          {say('analysis.readSoFar', {
            n: done,
            of: texts,
            sessions: say('analysis.wholeSessions', { n: whole.size, of: far.size }),
          })}
        </p>
      </Banner>
      <Picture
        title={say('analysis.saturation')}
        says={say('analysis.saturationSays', { themes: last, n: found.n })}
        table={{
          columns: [
            { key: 'i', label: say('analysis.order'), align: 'right' },
            { key: 'session', label: say('analysis.session'), heads: true },
            { key: 'fresh', label: say('analysis.fresh'), align: 'right' },
            { key: 'themes', label: say('analysis.themes'), align: 'right' },
          ],
          rows: steps.map((s) => ({
            id: s.session,
            cells: {
              i: s.i,
              session: named.get(s.session) || say('reading.untold'),
              fresh: s.fresh,
              themes: s.themes,
            },
          })),
        }}
      >
        <StepPicture steps={steps} x={say('analysis.sessionsRead')} y={say('analysis.themes')} />
      </Picture>
    </>
  );
}
