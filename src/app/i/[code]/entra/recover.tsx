/** Returns a person to their own seat, by the code on the badge. */
import type { Say } from '@/i18n/say';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Card } from '@/ui/surface';

type At = { code: string; poi: string };

export function Recover({ code, poi, say, error }: At & { say: Say; error?: string | null }) {
  return (
    <Card tone="sunken">
      <form method="post" action="/api/recover" className="grid gap-3">
        <h2 className="text-lg">{say('recover.title')}</h2>
        <Hidden code={code} poi={poi} />
        <TextInput
          name="recovery"
          label={say('recover.label')}
          hint={say('recover.hint')}
          error={error}
          autoFocus={Boolean(error)}
          required
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono text-lg uppercase tracking-widest"
        />
        <Button type="submit" wide>
          {say('recover.do')}
        </Button>
      </form>
    </Card>
  );
}

/** The requested screen, for every form of the entrance. */
export function Hidden({ code, poi }: At) {
  return (
    <>
      <input type="hidden" name="code" value={code} />
      {poi && <input type="hidden" name="poi" value={poi} />}
    </>
  );
}
