'use client';
/** The people without a phone, by name: each takes their seat with one tap, and leaves nothing behind for the next. */
import { useEffect, useState } from 'react';
import { forgetPerson } from '@/client/storage/device-storage';
import { seeking } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { buttonClass } from '@/ui/button';
import { SearchField } from '@/ui/search-field';
import { Section } from '@/ui/surface';

/** Up to this many names no search field is needed. */
const AT_A_GLANCE = 8;

export function WhoAreYou({ code, seats }: { code: string; seats: { id: string; label: string }[] }) {
  const say = useSay();
  const [words, setWords] = useState('');
  useEffect(() => forgetPerson(code), [code]);
  const fits = seeking(words);
  const found = seats.filter((s) => fits(s.label));
  return (
    <Section title={say('totem.here')}>
      {seats.length === 0 && <p className="text-ink-soft">{say('totem.none')}</p>}
      {seats.length > AT_A_GLANCE && (
        <SearchField
          label={say('totem.find')}
          placeholder={say('totem.find')}
          value={words}
          onText={setWords}
          clearLabel={say('totem.clear')}
          found={words ? say('totem.found', { n: found.length }) : undefined}
        />
      )}
      <ul className="grid gap-3 sm:grid-cols-2">
        {found.map((s) => (
          <li key={s.id}>
            <form method="post" action="/api/totem/sit">
              <input type="hidden" name="code" value={code} />
              <button type="submit" name="seat" value={s.id} className={buttonClass('quiet', 'large', true)}>
                {s.label}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
