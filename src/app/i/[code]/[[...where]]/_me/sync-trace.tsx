'use client';
/** For connection problems: the trace of messages between this phone and the server, to copy and hand over. */
import { useEffect, useState } from 'react';
import { CopyButton } from '@/app/_shared/copy-button';
import { TRACING, traceText } from '@/client/sync/sync-trace';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Disclosure } from '@/ui/disclosure';

export function TraceFold({ code }: { code: string }) {
  const say = useSay();
  const [text, setText] = useState<string | null>(null);
  // The server, which renders this first, has no trace.
  useEffect(() => {
    if (TRACING) setText(traceText());
  }, []);
  return (
    <Disclosure title={say('trace.title')}>
      <p>{say('trace.why')}</p>
      {text !== null ? (
        <>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={text} label={say('trace.copy')} />
            <Button size="small" onClick={() => setText(traceText())}>
              {say('trace.refresh')}
            </Button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
          <pre tabIndex={0} className="max-h-64 overflow-auto text-xs">
            {text}
          </pre>
        </>
      ) : (
        <a className="inline-flex min-h-11 items-center underline" href={`/i/${code}/io?traccia`}>
          {say('trace.start')}
        </a>
      )}
    </Disclosure>
  );
}
