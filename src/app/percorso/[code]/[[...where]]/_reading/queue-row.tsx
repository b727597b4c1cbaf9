'use client';
/** One text in the queue: its reading state, its words, its origin and its codes. */
import { usePath } from '@/client/hooks/path-provider';
import type { Read } from '@/domain/programming/reading-queue';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/icons';
import { CodeChip } from './code-mark';
import { walkTo } from './reading-position';
import { useNameOf, useOrigin, useSectorName } from './names';
import { STATE_ICONS } from './state-tabs';

export function QueueRow({ said, read, href }: { said: Said; read: Read; href: string }) {
  const say = useSay();
  const codes = usePath().codes;
  const [origin, sector, name] = [useOrigin(), useSectorName(), useNameOf()];
  const given = read.codes.flatMap((c) => codes[c] ?? []);
  const fresh = read.state === 'non_letto';
  return (
    <li
      className={cx(
        'relative grid min-w-0 gap-x-4 gap-y-1 rounded-lg border border-line px-4 py-3 sm:grid-cols-[8.5rem_1fr]',
        'has-focus-visible:outline-3 has-focus-visible:outline-focus hover:border-accent',
        fresh ? 'bg-raised' : 'bg-surface',
      )}
    >
      <p
        className={cx(
          'flex items-center gap-1.5 self-start text-sm',
          fresh ? 'font-semibold text-ink' : 'text-ink-soft',
          read.state === 'codificato' && 'text-good!',
          read.state === 'da_rivedere' && 'text-warn!',
        )}
      >
        <Icon name={STATE_ICONS[read.state]} />
        {say(`reading.state.${read.state}`)}
      </p>
      <div className="grid min-w-0 gap-1.5">
        <a
          data-row
          href={href}
          onClick={(e) => {
            if (e.metaKey || e.ctrlKey || e.shiftKey || e.button !== 0) return;
            e.preventDefault();
            walkTo(href);
          }}
          dir="auto"
          className={cx(
            'line-clamp-3 text-ink no-underline outline-none after:absolute after:inset-0',
            said.withheld && 'text-ink-soft italic',
          )}
        >
          {said.withheld ? say('reading.withheld') : said.text}
        </a>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
          <span className="font-semibold">
            {said.voice ? say.dynamic(`reading.voice.${said.voice}`) : say(`reading.kind.${said.kind}`)}
          </span>
          <span className="min-w-0 wrap-anywhere">{origin(said)}</span>
          {said.sector && <span>{sector(said.sector)}</span>}
          {read.star && (
            <span className="inline-flex items-center gap-1 font-semibold text-warn">
              <span aria-hidden="true">★</span>
              {say('reading.starred')}
            </span>
          )}
          {read.by.length > 0 && <span>{read.by.map(name).join(', ')}</span>}
        </p>
        {given.length > 0 && (
          <p className="flex flex-wrap gap-1.5">
            {given.map((c) => (
              <CodeChip key={c.id} code={c} />
            ))}
          </p>
        )}
      </div>
    </li>
  );
}
