'use client';
/** One thing to carry away, in the forms it comes in. */
import { useSay } from '@/i18n/words';
import { buttonClass } from '@/ui/button';

type Format = 'odt' | 'docx' | 'pdf' | 'html' | 'xlsx' | 'ods' | 'csv' | 'json' | 'zip';

export function Row({
  code,
  what,
  title,
  formats,
}: {
  code: string;
  what: string;
  title: string;
  formats: readonly Format[];
}) {
  const say = useSay();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-t py-2.5">
      <span className="min-w-56 flex-1 font-semibold">{title}</span>
      <span className="flex flex-wrap gap-2">
        {formats.map((format) => (
          <a
            key={format}
            href={`/api/path/${code}/export/${what}.${format}?lingua=${say.lang}`}
            className={buttonClass('quiet', 'small')}
            aria-label={
              format === 'html'
                ? `${say('documents.print')}: ${title}`
                : say('documents.download', { what: title, format: format.toUpperCase() })
            }
            {...(format === 'html' ? { target: '_blank', rel: 'noopener' } : { download: true })}
          >
            {format === 'html' ? say('documents.print') : format.toUpperCase()}
          </a>
        ))}
      </span>
    </li>
  );
}
