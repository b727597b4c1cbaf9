'use client';
/** A meeting of prompts on the phone: the present prompt, one's own idea, and the others'. */
import { useShown, useView, useWritten } from '@/client/hooks/gathering-provider';
import { ideasTo } from '@/domain/gathering/formats';
import { useSay } from '@/i18n/words';
import { EmptyState, Skeleton } from '@/ui/notice';
import { Card, Section } from '@/ui/surface';
import { Announcements } from '../_frame/announcements';
import { ClosingWord } from './closing-word';
import { CodeCard } from '../_me/recovery-code';
import { IdeaForm } from './idea-form';
import { IdeaItem } from './idea-item';
import { Programme } from './programme';

export function Listening({ recovery }: { recovery: string | null }) {
  const say = useSay();
  const view = useView();
  const known = useWritten();
  const phase = useShown((s) => s.view.phase);
  const { prompts } = view.programme;
  const now = prompts.find((p) => p.id === view.prompt);
  const loose = ideasTo(view, null);
  return (
    <>
      <header className="grid gap-1">
        {view.question && <p className="font-semibold text-accent text-sm">{view.title}</p>}
        <h1 className="text-lg sm:text-xl">{view.question || view.title}</h1>
      </header>
      <Card tone="accent" className="grid gap-1">
        <p className="font-semibold text-accent text-sm">{say('home.now')}</p>
        <h2 className="text-xl">
          {now?.text ?? say.dynamic(`phase.${phase}.prompted`, {}, `phase.${phase}`)}
        </h2>
        {!now && <p>{say.dynamic(`phase.${phase}.prompted.do`, {}, `phase.${phase}.do`)}</p>}
      </Card>
      <ClosingWord />
      <Announcements />
      <IdeaForm prompts={prompts} now={view.prompt} />
      <CodeCard recovery={recovery} />
      {[...prompts, ...(loose.length > 0 || prompts.length === 0 ? [null] : [])].map((p) => {
        const ideas = ideasTo(view, p?.id ?? null).reverse();
        return (
          <Section
            key={p?.id ?? ''}
            title={p?.text ?? say('idea.loose')}
            {...(known ? { aside: say('idea.count', { n: ideas.length }) } : {})}
          >
            {!known && <Skeleton label={say('loading')} lines={3} />}
            {known && ideas.length === 0 && <EmptyState title={say('idea.none')} />}
            <ul className="grid gap-2 empty:hidden">
              {ideas.map((i) => (
                <IdeaItem key={i.id} idea={i} />
              ))}
            </ul>
          </Section>
        );
      })}
      <Programme />
    </>
  );
}
