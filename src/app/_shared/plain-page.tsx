/** A page of text: a title, an introduction, and parts with a heading each. */
import type { ReactNode } from 'react';
import type { Key } from '@/i18n/keys';
import type { Say } from '@/i18n/say';
import { Wordmark } from '@/ui/logo';
import { PageHeader } from '@/ui/surface';
import { LanguageForm } from './language';
import { OfficeText } from './office-text';
import { PublicFooter } from './public-footer';

export type PageSection = { title: Key; body: Key; params?: Record<string, string | number> };

export function PlainPage({
  say,
  title,
  intro,
  parts,
  instead,
  more,
  back,
}: {
  say: Say;
  title: Key;
  intro: Key;
  parts: readonly PageSection[];
  /** The office's own text, where it wrote one, which version of it this is, and the parts that stand beside it. */
  instead?: { text: string; lang: string; foot: string; parts: readonly PageSection[] } | null;
  /** After the parts. */
  more?: ReactNode;
  back: string;
}) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid max-w-2xl gap-6 px-4 pt-8 pb-16">
      <a href="/" className="inline-flex min-h-11 items-center justify-self-start no-underline">
        <Wordmark name={say('app.name')} />
      </a>
      <PageHeader title={say(title)} intro={instead ? undefined : say(intro)} />
      {instead && (
        <>
          <OfficeText text={instead.text} lang={instead.lang} />
          <p className="text-ink-soft text-sm">{instead.foot}</p>
        </>
      )}
      {(instead?.parts ?? parts).map((part) => (
        <section key={part.title} className="grid gap-1">
          <h2 className="text-lg">{say(part.title)}</h2>
          <p>{say(part.body, part.params)}</p>
        </section>
      ))}
      {more}
      <LanguageForm say={say} back={back} audience="office" />
      <PublicFooter say={say} />
    </main>
  );
}
