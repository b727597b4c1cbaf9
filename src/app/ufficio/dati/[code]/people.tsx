'use client';
/** Finds a person by their label, and removes it for good. */
import { useState } from 'react';
import { Sure } from '@/app/ufficio/_shared/confirm-button';
import { seeking } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { SearchField } from '@/ui/search-field';

type Person = { id: string; label: string; about: string };

export function People({ code, people }: { code: string; people: readonly Person[] }) {
  const say = useSay();
  const [sought, setSought] = useState('');
  const fits = seeking(sought);
  const found = people.filter((p) => fits(p.label));
  return (
    <div className="grid gap-4">
      <SearchField
        label={say('care.search')}
        placeholder={say('care.search')}
        value={sought}
        onText={setSought}
        clearLabel={say('care.clearSearch')}
        found={say('care.found', { n: found.length })}
      />
      <ul className="grid gap-2">
        {found.map((p) => (
          <li
            key={p.id}
            className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3"
          >
            <div className="min-w-0">
              <p className="break-words font-semibold" dir="auto">
                {p.label}
              </p>
              <p className="text-ink-soft text-sm">{p.about}</p>
            </div>
            <Sure
              ask={say('care.erase')}
              title={say('care.eraseTitle', { label: p.label })}
              does={say('care.eraseDo')}
              address="/api/erase"
              what={{ code, seat: p.id }}
            >
              <p>{say('care.eraseWhat')}</p>
              <p>{say('care.eraseStays')}</p>
            </Sure>
          </li>
        ))}
      </ul>
    </div>
  );
}
