'use client';
/** The page for an error with its looks: whose fault it is, that nothing is lost, and what to do. */
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/notice';

export function ErrorPage() {
  const say = useSay();
  return (
    <EmptyState
      whole
      title={say('broken.title')}
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
  );
}
