/** Choosing the language: a plain form, so that it works before any script. */
import type { Say } from '@/i18n/say';
import { buttonClass } from '@/ui/button';

/** Every language says its own name. */
const NAMES: Record<string, string> = { it: 'Italiano', en: 'English' };

export function LanguageForm({ say, back }: { say: Say; back: string }) {
  return (
    <form method="post" action="/api/lang" className="flex flex-wrap justify-center gap-2">
      <input type="hidden" name="back" value={back} />
      {Object.entries(NAMES).map(([lang, name]) => (
        <button
          key={lang}
          type="submit"
          name="lang"
          value={lang}
          lang={lang}
          aria-pressed={say.lang === lang}
          className={buttonClass(say.lang === lang ? 'quiet' : 'plain', 'small')}
        >
          {name}
        </button>
      ))}
    </form>
  );
}
