'use client';
/** One download in its formats; slow ones show that they are being written, and failures are shown. */
import { useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { download } from '@/client/connection/download';
import type { RefusalCode } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';

type Format = 'odt' | 'docx' | 'pdf' | 'html' | 'xlsx' | 'ods' | 'csv' | 'json' | 'zip' | 'qdpx' | 'qdc';
type Props = { code: string; what: string; title: string; formats: readonly Format[] };

export function Row({ code, what, title, formats }: Props) {
  const say = useSay();
  const tell = useTell();
  const [busy, setBusy] = useState<Format | null>(null);
  const address = (format: Format) => `/api/path/${code}/export/${what}.${format}?lingua=${say.lang}`;
  const take = async (format: Format) => {
    setBusy(format);
    const refused: RefusalCode | null = await download(address(format));
    setBusy(null);
    tell(
      refused ? sayRefusal(say, { refused }) : say('documents.taken', { what: title }),
      refused ? 'bad' : 'good',
    );
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-t py-2.5">
      <span className="min-w-[min(14rem,100%)] flex-1 font-semibold">{title}</span>
      <span className="flex flex-wrap items-center gap-2">
        {busy && (
          <span role="status" className="text-ink-soft text-sm">
            {say('documents.writing')}
          </span>
        )}
        {formats.map((format) =>
          format === 'html' ? (
            <Button
              key={format}
              size="small"
              href={address(format)}
              target="_blank"
              rel="noopener"
              aria-label={`${say('documents.print')}: ${title}`}
            >
              {say('documents.print')}
            </Button>
          ) : (
            <Button
              key={format}
              size="small"
              busy={busy === format}
              disabled={busy !== null && busy !== format}
              aria-label={say('documents.download', { what: title, format: format.toUpperCase() })}
              onClick={() => void take(format)}
            >
              {format.toUpperCase()}
            </Button>
          ),
        )}
      </span>
    </li>
  );
}
