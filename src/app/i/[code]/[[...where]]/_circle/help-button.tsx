'use client';
/** *Serve aiuto*: one tap calls the helpers, who see who asks and from where; one more cancels it. */
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { newId, useDo, useMine } from '../_frame/phone-hooks';

/** `session`: the circle the call comes from; by default the one this person sits in. */
export function HelpButton({ session }: { session?: string }) {
  const say = useSay();
  const act = useDo();
  const mine = useMine();
  const sits = mine?.circle && mine.circle !== 'roaming' ? mine.circle : null;
  const call = mine?.help ?? null;
  if (call !== null)
    return (
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="font-semibold text-good">
          {say('help.coming')}
        </p>
        <Button size="small" onClick={() => act('closeHelp', { call })}>
          {say('help.noLonger')}
        </Button>
      </div>
    );
  return (
    <Button
      size="small"
      kind="plain"
      flush
      icon="hand"
      className="justify-self-start"
      onClick={() =>
        act('askForHelp', { call: newId(), session: session ?? sits }, { say: say('help.asked') })
      }
    >
      {say('help.ask')}
    </Button>
  );
}
