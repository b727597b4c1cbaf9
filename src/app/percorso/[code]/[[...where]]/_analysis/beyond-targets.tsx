'use client';
/** S19: the share of texts beyond the traditional targets; unclassified ones are in no share. */
import { usePath } from '@/client/hooks/path-provider';
import { beyondTargets } from '@/domain/programming/beyond-targets';
import { codesInUse } from '@/domain/programming/codes';
import { useSay } from '@/i18n/words';
import { Section, Stat } from '@/ui/surface';
import { placeOf } from '../_shared/addresses';
import { CodeSign } from '../_reading/code-mark';
import { Under } from './figures';
import { BarPicture, Picture } from './picture';
import type { ViewProps } from './view';

const PARTS = ['beyond', 'both', 'traditional', 'unplaced'] as const;

export function Beyond({ code, coded, said }: ViewProps) {
  const say = useSay();
  const path = usePath();
  const found = beyondTargets(path, coded);
  const unplaced = codesInUse(path).filter((c) => c.area === null);
  const rows = PARTS.map((p) => ({ id: p, label: say(`analysis.beyond.${p}`), value: found[p] }));
  const percent = found.share === null ? '–' : `${say.number(Math.round(found.share * 100))}%`;
  return (
    <>
      <Under n={found.n} unit={found.unit} />
      <Stat
        value={percent}
        label={say('analysis.share')}
        hint={say('analysis.shareOf', {
          n: found.beyond,
          placed: found.n - found.unplaced,
          coded: found.n,
          all: said.filter((s) => !s.withheld).length,
        })}
      />
      <Picture
        title={say('analysis.beyond')}
        says={rows.map((r) => `${r.label} ${r.value}`).join(', ')}
        table={{
          columns: [
            { key: 'label', label: say('analysis.where'), heads: true },
            { key: 'value', label: say('codebook.texts'), align: 'right' },
          ],
          rows: rows.map((r) => ({ id: r.id, cells: { label: r.label, value: r.value } })),
        }}
      >
        <BarPicture rows={rows} />
      </Picture>
      {unplaced.length > 0 && (
        <Section title={say('analysis.withoutArea')} intro={say('analysis.withoutAreaHint')}>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {unplaced.map((c) => (
              <li key={c.id}>
                <a
                  href={placeOf(code, 'codici', c.id)}
                  className="inline-flex min-h-11 items-center gap-1 text-ink underline underline-offset-4"
                >
                  <CodeSign code={c} />
                  {c.label}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
