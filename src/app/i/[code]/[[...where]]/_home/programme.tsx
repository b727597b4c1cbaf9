'use client';
/** Speakers and handouts, where a meeting has them. */
import { useShown } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Section } from '@/ui/surface';

export function Programme() {
  const say = useSay();
  const { speakers, materials } = useShown((s) => s.view.programme);
  return (
    <>
      {speakers.length > 0 && (
        <Section title={say('programme.speakers')}>
          <ul>
            {speakers.map((s) => (
              <li key={s}>{s}</li>
            ))}
          </ul>
        </Section>
      )}
      {materials.length > 0 && (
        <Section title={say('programme.materials')}>
          <ul>
            {materials.map((m) => (
              <li key={m.id} className="py-2">
                {m.href ? (
                  <a href={m.href} rel="noreferrer" className="underline">
                    {m.title}
                  </a>
                ) : (
                  m.title
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
