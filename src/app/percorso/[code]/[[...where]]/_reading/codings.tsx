'use client';
/** The codings of this text: the quoted words, their codes, who gave them, and the memo. */
import { usePath } from '@/client/hooks/path-provider';
import { codeNow } from '@/domain/programming/codes';
import { quotedSpan, type Span } from '@/domain/programming/reading-queue';
import type { Coding } from '@/domain/programming/state';
import { shortened } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { IconButton } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { CodeChip } from './code-mark';
import { useNameOf } from './names';

type Props = {
  codings: readonly Coding[];
  text: string;
  writes: boolean;
  onPick: (span: Span) => void;
  onStar: (c: Coding) => void;
  onContrast: (c: Coding) => void;
  onDoubt: (c: Coding) => void;
  onMemo: (c: Coding) => void;
  onRemove: (c: Coding) => void;
};

export function Codings({
  codings,
  text,
  writes,
  onPick,
  onStar,
  onContrast,
  onDoubt,
  onMemo,
  onRemove,
}: Props) {
  const say = useSay();
  const path = usePath();
  const name = useNameOf();
  if (codings.length === 0)
    return writes ? <p className="text-ink-soft">{say('reading.noCodings')}</p> : null;
  return (
    <ul aria-label={say('reading.codings')} className="grid gap-2">
      {[...codings]
        .sort((a, b) => a.start - b.start || a.end - b.end)
        .map((c) => {
          const place = quotedSpan(c, text);
          const hands = [...new Set([c.by, ...c.history.map((h) => h.by)])].map(name).join(', ');
          return (
            <li
              key={c.id}
              className="grid animate-arrive gap-1.5 rounded-lg border border-line bg-raised py-2 pr-2 pl-4 sm:grid-cols-[1fr_auto]"
            >
              <div className="grid min-w-0 content-start gap-1.5">
                <button
                  type="button"
                  disabled={!place}
                  onClick={() => place && onPick(place)}
                  className="min-h-8 text-left hover:text-accent"
                >
                  <q className="wrap-anywhere">{shortened(c.quote, 160)}</q>
                </button>
                {!place && <p className="text-sm text-warn">{say('reading.textChanged')}</p>}
                <p className="flex flex-wrap items-center gap-1.5">
                  {[...new Set(c.codes.flatMap((id) => codeNow(path, id) ?? []))].map((code) => (
                    <CodeChip key={code.id} code={code} />
                  ))}
                  {c.star && (
                    <span className="inline-flex items-center gap-1 font-semibold text-sm text-warn">
                      <span aria-hidden="true">★</span>
                      {say('reading.starred')}
                    </span>
                  )}
                  {c.contrast && (
                    <span className="inline-flex items-center gap-1 font-semibold text-bad text-sm">
                      <Icon name="apart" />
                      {say('reading.contrasts')}
                    </span>
                  )}
                  {c.certainty === 'incerta' && (
                    <span className="inline-flex items-center gap-1 font-semibold text-sm text-warn">
                      <Icon name="question" />
                      {say('reading.doubtful')}
                    </span>
                  )}
                </p>
                {c.memo && (
                  <p className="border-accent border-l-3 pl-2 text-sm">
                    <span className="sr-only">{say('reading.memo')}: </span>
                    {c.memo}
                  </p>
                )}
                <p className="text-ink-soft text-sm">
                  {say('reading.codedBy', {
                    who: hands,
                    when: `${say.date(c.at, 'short')} ${say.time(c.at)}`,
                  })}
                </p>
              </div>
              {writes && (
                <div className="flex items-start">
                  <IconButton
                    icon="star"
                    label={say(c.star ? 'reading.unstar' : 'reading.star')}
                    aria-pressed={c.star}
                    onClick={() => onStar(c)}
                  />
                  <IconButton
                    icon="apart"
                    label={say('reading.contrast')}
                    aria-pressed={c.contrast}
                    onClick={() => onContrast(c)}
                  />
                  <IconButton
                    icon="question"
                    label={say('reading.doubt')}
                    aria-pressed={c.certainty === 'incerta'}
                    onClick={() => onDoubt(c)}
                  />
                  <IconButton icon="edit" label={say('reading.memo')} onClick={() => onMemo(c)} />
                  <IconButton icon="close" label={say('reading.remove')} onClick={() => onRemove(c)} />
                </div>
              )}
            </li>
          );
        })}
    </ul>
  );
}
