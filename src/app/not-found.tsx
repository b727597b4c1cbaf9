/** The page for an address that does not exist: possible reasons, and the way back. */
import type { Metadata } from 'next';
import { reader } from './_shared/page-reader';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/notice';
import { Wordmark } from '@/ui/logo';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await reader(['pages']);
  return { title: say('pages.gone.title') };
}

export default async function NotFound() {
  const { say } = await reader(['common', 'pages']);
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid max-w-xl gap-6 px-4 pt-8 pb-16">
      <Wordmark name={say('app.name')} />
      <EmptyState
        whole
        title={say('pages.gone.title')}
        action={<Button href="/">{say('pages.gone.back')}</Button>}
      >
        {say('pages.gone.why')}
      </EmptyState>
    </main>
  );
}
