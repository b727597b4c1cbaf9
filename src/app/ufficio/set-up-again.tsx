/** A gathering like a past one, for another day: a form that works before any script has loaded. */
import type { Say } from '@/i18n/say';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';

export function SetUpAgain({ say, like, title }: { say: Say; like: string; title: string }) {
  return (
    <details className="basis-full">
      <summary className="flex min-h-11 cursor-pointer items-center underline">
        {say('office.again')}
        <span className="sr-only">: {title}</span>
      </summary>
      <form method="post" action="/api/gatherings/again" className="flex flex-wrap items-end gap-3 pt-2">
        <input type="hidden" name="like" value={like} />
        <TextInput
          label={say('office.againDay')}
          hint={say('office.againHint')}
          type="date"
          name="day"
          required
        />
        <Button type="submit">{say('office.againDo')}</Button>
      </form>
    </details>
  );
}
