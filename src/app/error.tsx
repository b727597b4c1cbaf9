'use client';
/**
 * The page for an error: whose fault it is, that nothing is lost, and what to do. The frame above it still works and
 * gives the sentences.
 */
import { useEffect } from 'react';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/notice';

export default function Broken() {
  const say = useSay();
  const title = say('broken.title');
  // The head still has the title of the page that broke.
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid max-w-xl gap-6 px-4 pt-8 pb-16">
      <EmptyState
        whole
        title={title}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button kind="primary" onClick={() => location.reload()}>
              {say('broken.again')}
            </Button>
            <Button href="/">{say('broken.home')}</Button>
          </div>
        }
      >
        {say('broken.why')}
      </EmptyState>
    </main>
  );
}
