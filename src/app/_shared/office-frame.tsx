/** The frame of the office's pages: the installation's name, the account, sign-out. */
import type { ReactNode } from 'react';
import type { Say } from '@/i18n/say';
import { Button } from '@/ui/button';
import { Logo, Wordmark } from '@/ui/logo';
import { TopBar } from '@/ui/navigation';

export function OfficeFrame({ say, who, children }: { say: Say; who?: string | null; children: ReactNode }) {
  return (
    <>
      <TopBar
        title={
          <a href="/" className="inline-flex min-h-11 min-w-11 items-center no-underline">
            <Logo label={say('app.name')} className="sm:hidden" />
            <Wordmark name={say('app.name')} className="max-sm:hidden" />
          </a>
        }
        aside={
          who && (
            <form method="post" action="/api/sign-out" className="flex items-center gap-3">
              <span className="max-w-[34vw] text-end sm:max-w-none text-sm leading-tight">{who}</span>
              <Button type="submit" size="small" kind="plain">
                {say('office.signOut')}
              </Button>
            </form>
          )
        }
      />
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-6xl gap-10 px-4 py-8 sm:px-6">
        {children}
      </main>
    </>
  );
}
