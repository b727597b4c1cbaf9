/** Choosing the language: a plain form, so that it works before any script. */
import { type ReaderGroup, isMachineMade, languages, ownName } from '@/i18n/languages';
import type { Say } from '@/i18n/say';
import { buttonClass } from '@/ui/button';

export function LanguageForm({ say, back, audience }: { say: Say; back: string; audience?: ReaderGroup }) {
  return (
    <form
      method="post"
      action="/api/lang"
      aria-label={say('language.choose')}
      className="flex flex-wrap justify-center gap-2"
    >
      <input type="hidden" name="back" value={back} />
      {languages(audience).map((lang) => (
        <button
          key={lang}
          type="submit"
          name="lang"
          value={lang}
          lang={lang}
          aria-pressed={say.lang === lang}
          className={buttonClass(say.lang === lang ? 'quiet' : 'plain', 'small')}
        >
          {ownName(lang)}
        </button>
      ))}
      {isMachineMade(say.lang) && (
        <p className="basis-full text-center text-sm text-ink-soft">{say('language.machine')}</p>
      )}
    </form>
  );
}
