'use client';
/** What a sheet would bring in, and which lines stay out and why. */
import type { PaperPreview } from '@/domain/programming/paper-sheet';
import { useSay } from '@/i18n/words';
import { Banner } from '@/ui/notice';
import { useSectorName } from './names';

const SHOWN = 30;

export function PaperPreviewList({ preview }: { preview: PaperPreview }) {
  const say = useSay();
  const sector = useSectorName();
  const { rows, bad } = preview;
  return (
    <section aria-label={say('reading.paper.preview')} className="grid grid-cols-1 gap-3">
      <h3 className="font-bold">{say('reading.paper.preview')}</h3>
      {bad.length > 0 && (
        <Banner kind="warn" title={say('reading.paper.left', { n: bad.length })} live>
          <ul className="mt-1 max-h-40 overflow-y-auto">
            {bad.slice(0, 200).map((b) => (
              <li key={`${b.line}-${b.reason}`}>
                {say('reading.paper.line', { line: String(b.line) })}{' '}
                {say(`reading.paper.bad.${b.reason}`, { value: b.value.slice(0, 60) })}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <ol className="grid gap-1">
        {rows.slice(0, SHOWN).map((r) => (
          <li key={r.id} className="rounded-md border border-line px-3 py-2">
            <p dir="auto" className="line-clamp-3 whitespace-pre-line wrap-anywhere">
              {r.text}
            </p>
            <p className="text-ink-soft text-sm">
              {[say(`reading.voice.${r.kind}`), r.sector && sector(r.sector), r.strands.join(' '), r.where]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {rows.length > SHOWN && (
        <p className="text-ink-soft text-sm">{say('reading.paper.more', { n: rows.length - SHOWN })}</p>
      )}
    </section>
  );
}
