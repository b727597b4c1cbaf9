'use client';
/** Experiments made elsewhere, and our lessons from them. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { EmptyState } from '@/ui/notice';
import { Card } from '@/ui/surface';
import { EditEntry, RegisterHead } from '../_shared/entries';
import { ThingLink } from '../_shared/thing-link';
import { useExperienceFields } from './meeting-fields';

const BLANK = { title: '', place: '', what: '', taken: '', href: '', table: null };

export function Experiences({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const fields = useExperienceFields();
  const all = standingOnes(path.experiences);
  return (
    <div className="grid gap-4">
      <RegisterHead
        {...{ code, fields }}
        what="experience"
        title={say('planning.newExperience')}
        blank={BLANK}
      />
      {all.length === 0 && (
        <EmptyState title={say('planning.noExperiences')}>{say('planning.noExperiencesHow')}</EmptyState>
      )}
      <ul className="grid gap-3 lg:grid-cols-2">
        {all.map((x) => (
          <li key={x.id}>
            <Card className="grid h-full content-start gap-2">
              <p className="font-semibold text-ink-soft text-sm">{x.place}</p>
              <h2 className="text-lg">{x.title}</h2>
              {x.what && <p className="whitespace-pre-line">{x.what}</p>}
              {x.taken && (
                <p className="whitespace-pre-line border-accent border-l-4 pl-3">
                  <span className="block font-semibold text-accent text-sm">
                    {say('planning.experienceTaken')}
                  </span>
                  {x.taken}
                </p>
              )}
              {x.table && <ThingLink code={code} what="table" id={x.table} />}
              {/^https?:\/\//.test(x.href) && (
                <a href={x.href} rel="noreferrer" className="break-all py-2 text-sm underline">
                  {x.href}
                </a>
              )}
              <EditEntry {...{ code, fields }} what="experience" entry={x} called={x.title} />
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
