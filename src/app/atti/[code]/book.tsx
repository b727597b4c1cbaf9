'use client';
/**
 * Downloads of the day's book, in every format, with the time still needed: the first request waits a few seconds,
 * later ones do not.
 */
import { type MouseEvent, useEffect, useState } from 'react';
import { keepBook, useOffline } from '@/client/loading/offline';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';
import { Section } from '@/ui/surface';

const FORMS = ['pdf', 'epub', 'odt', 'docx', 'html'] as const;
type Form = (typeof FORMS)[number];
type State = { form: Form; ready: boolean; expectedMs: number };

async function statesOf(code: string, lang: string): Promise<State[]> {
  const answer = await fetch(`/api/book/${code}?lingua=${lang}`);
  return answer.ok ? ((await answer.json()) as { forms: State[] }).forms : [];
}

/** As a file among the phone's own, under the name the server gives it. */
async function save(answer: Response): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function BookLinks({ code, lang }: { code: string; lang: string }) {
  const say = useSay();
  // A phone that came by the code on the wall has seen no other page.
  useOffline([`/atti/${code}`]);
  const [writing, setWriting] = useState<{ form: Form; expectedMs: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const address = (form: Form) => `/api/book/${code}/${form}?lingua=${lang}`;

  const take = async (e: MouseEvent, form: Form) => {
    if (e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    setFailed(false);
    try {
      const state = (await statesOf(code, lang)).find((s) => s.form === form);
      setWriting(state?.ready ? null : { form, expectedMs: state?.expectedMs ?? 4000 });
      // Written now if it was not yet: then the browser opens it like any file of that type.
      const answer = await fetch(address(form));
      if (!answer.ok) throw new Error(String(answer.status));
      if (await keepBook(address(form), answer.clone())) window.location.assign(address(form));
      else await save(answer);
    } catch {
      // Without a network the browser may still have the file.
      if (navigator.onLine) setFailed(true);
      else window.location.assign(address(form));
    } finally {
      setWriting(null);
    }
  };

  return (
    <div className="print:hidden">
      <Section id="libro" title={say('record.book')} intro={say('record.bookHint')}>
        <p className="flex flex-wrap gap-2">
          {FORMS.map((form) => (
            <Button
              key={form}
              href={address(form)}
              icon="download"
              onClick={(e: MouseEvent) => void take(e, form)}
            >
              {say.dynamic(`record.form.${form}`)}
            </Button>
          ))}
        </p>
        <div role="status">
          {writing && (
            <Waiting expectedMs={writing.expectedMs} name={say.dynamic(`record.form.${writing.form}`)} />
          )}
        </div>
        {failed && <Banner kind="warn">{say('record.bookFailed')}</Banner>}
      </Section>
    </div>
  );
}

function Waiting({ expectedMs, name }: { expectedMs: number; name: string }) {
  const say = useSay();
  const [part, setPart] = useState(0);
  useEffect(() => {
    const began = performance.now();
    // The bar is never full before the file is there.
    const turn = setInterval(() => setPart(Math.min(0.95, (performance.now() - began) / expectedMs)), 250);
    return () => clearInterval(turn);
  }, [expectedMs]);
  return (
    <p className="flex flex-wrap items-center gap-3">
      <span>{say('record.bookWriting', { name })}</span>
      <progress max={1} value={part} aria-hidden="true" />
    </p>
  );
}
