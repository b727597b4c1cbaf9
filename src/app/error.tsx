'use client';
/**
 * The page for an error. The frame above it still works and gives the sentences. Every page carries this file before its
 * first tap counts, so the looks are loaded only when something broke.
 */
import { lazy, Suspense, useEffect } from 'react';
import { useSay } from '@/i18n/words';

const ErrorPage = lazy(() =>
  import('./_shared/error-page').then(
    (m) => ({ default: m.ErrorPage }),
    () => ({ default: PlainErrorPage }),
  ),
);

export default function Broken() {
  const say = useSay();
  const title = say('broken.title');
  // The head still has the title of the page that broke.
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid max-w-xl gap-6 px-4 pt-8 pb-16">
      <Suspense fallback={<PlainErrorPage />}>
        <ErrorPage />
      </Suspense>
    </main>
  );
}

/** The same words and ways out, until the looks are here or where there is no network to load them. */
function PlainErrorPage() {
  const say = useSay();
  return (
    <>
      <h1>{say('broken.title')}</h1>
      <p>{say('broken.why')}</p>
      <p className="flex flex-wrap gap-4">
        <button type="button" className="min-h-11 underline" onClick={() => location.reload()}>
          {say('broken.again')}
        </button>
        <a href="/" className="inline-flex min-h-11 items-center underline">
          {say('broken.home')}
        </a>
      </p>
    </>
  );
}
