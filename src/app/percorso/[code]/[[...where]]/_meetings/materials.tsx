'use client';
/** Slides, handouts, recordings of a meeting: a title and an address. */
import { useState } from 'react';
import type { Meeting } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { useRegister } from '../_shared/register';

/** Only an address that a browser may safely open becomes a link. */
const safe = (href: string) => /^https?:\/\//.test(href);

export function Materials({ code, meeting }: { code: string; meeting: Meeting }) {
  const say = useSay();
  const may = useMayWrite();
  const { revise } = useRegister('meeting');
  const [title, setTitle] = useState('');
  const [href, setHref] = useState('');
  if (meeting.materials.length === 0 && !may) return null;
  return (
    <Section title={say('planning.materials')}>
      <ul className="grid gap-1">
        {meeting.materials.map((m) => (
          <li key={`${m.title}${m.href}`} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {safe(m.href) ? (
                <a href={m.href} className="underline" rel="noreferrer">
                  {m.title}
                </a>
              ) : (
                <>
                  {m.title} <span className="text-ink-soft">{m.href}</span>
                </>
              )}
            </span>
            {may && (
              <IconButton
                icon="close"
                label={say('planning.remove')}
                onClick={() => revise(meeting, { materials: meeting.materials.filter((x) => x !== m) })}
              />
            )}
          </li>
        ))}
      </ul>
      {may && (
        <form
          className="grid gap-2 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
          onSubmit={(e) => {
            e.preventDefault();
            if (!revise(meeting, { materials: [...meeting.materials, { title, href }] })) return;
            setTitle('');
            setHref('');
          }}
        >
          <TextInput
            id={`${code}-material`}
            label={say('planning.title')}
            required
            value={title}
            onChange={(e) => setTitle(e.target.value)}
          />
          <TextInput
            label={say('planning.experienceHref')}
            value={href}
            onChange={(e) => setHref(e.target.value)}
          />
          <Button type="submit" icon="plus">
            {say('planning.add')}
          </Button>
        </form>
      )}
    </Section>
  );
}
