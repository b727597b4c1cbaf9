'use client';
/**
 * Reading as the second reader: independently, without seeing the first one's codings, so that agreement means
 * something.
 */
import { useSay } from '@/i18n/words';
import { Toggle } from '@/ui/choice';
import { useSecond } from './reading-position';

export function SecondReader() {
  const say = useSay();
  const [second, setSecond] = useSecond();
  return (
    <div className="max-w-md">
      <Toggle
        label={say('reading.second')}
        hint={say(second ? 'reading.secondOn' : 'reading.secondHint')}
        on={second}
        onToggle={setSecond}
      />
    </div>
  );
}
