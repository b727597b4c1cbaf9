'use client';
/** Lists codes merged into this one: each can be separated again, with all it had. */
import { useTell } from '@/app/_shared/desk-toasts';
import { usePath } from '@/client/hooks/path-provider';
import { codeNow } from '@/domain/programming/codes';
import { standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Section } from '@/ui/surface';
import { usePathDo, useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { CodeSign } from '../_reading/code-mark';

export function MergedList({ code, into }: { code: string; into?: string }) {
  const say = useSay();
  const path = usePath();
  const ask = usePathDo();
  const tell = useTell();
  const may = useMayWrite();
  const merged = standingOnes(path.codes).filter(
    (c) => c.mergedInto !== null && (into === undefined || codeNow(path, c.id)?.id === into),
  );
  if (merged.length === 0) return null;
  return (
    <Section title={say(into ? 'codebook.mergedHere' : 'codebook.merged')} level={into ? 3 : 2}>
      <ul className="grid gap-2">
        {merged.map((c) => {
          const now = codeNow(path, c.id);
          return (
            <li
              key={c.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-lg border border-line bg-raised px-4 py-1.5"
            >
              <span className="flex min-w-0 items-center gap-1.5">
                <CodeSign code={c} />
                <span className="line-through">{c.label}</span>
                {!into && now && (
                  <>
                    <span aria-hidden="true">→</span>
                    <a href={placeOf(code, 'codici', now.id)} className="underline underline-offset-4">
                      {now.label}
                    </a>
                  </>
                )}
              </span>
              {may && (
                <Button
                  size="small"
                  kind="plain"
                  icon="undo"
                  onClick={() => {
                    const { mergedInto } = c;
                    if (!ask('unmergeCode', { id: c.id }) || mergedInto === null) return;
                    tell(say('codebook.unmerged', { label: c.label }), 'good', {
                      label: say('planning.undo'),
                      onUndo: () => ask('mergeCode', { id: c.id, into: mergedInto }),
                    });
                  }}
                >
                  {say('codebook.unmerge')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
