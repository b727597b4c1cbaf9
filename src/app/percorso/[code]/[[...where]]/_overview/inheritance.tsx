'use client';
/** Open items of last year: each is taken up here, or stays listed until it is. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { type Inherited, toBeConfirmed } from '@/domain/programming/inheritance';
import { nanoid } from 'nanoid';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Section } from '@/ui/surface';
import { usePathDo, useMayWrite } from '../path-commands';
import { addressOf, placeOf } from '../_shared/addresses';
import { useRegister } from '../_shared/register';
import { goTo } from '../_shared/path-router';

export function Inheritance({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const left = path.inherited;
  if (!left) return null;
  const taken = new Set([
    ...standingOnes(path.proposals).map((p) => p.title),
    ...standingOnes(path.goals).map((g) => g.statement),
    ...Object.values(path.requests).map((r) => r.text),
  ]);
  const open = left.open.filter((o) => o.text !== '');
  const waiting = open.filter((o) => !taken.has(o.text));
  const projects = left.projects.filter((p) => toBeConfirmed(path, p.id)).length;
  return (
    <Section
      title={say('planning.fromLastYear')}
      intro={say('planning.fromLastYearHow', { title: left.title })}
      aside={say('planning.nOf', { n: open.length - waiting.length, of: open.length })}
    >
      <ul className="grid divide-y divide-line rounded-xl border empty:hidden border-line bg-raised">
        {waiting.map((o) => (
          <Item key={o.id} code={code} item={o} />
        ))}
      </ul>
      {projects > 0 && (
        <p>
          <a href={placeOf(code, 'risorse')} className="inline-flex min-h-11 items-center underline">
            {say('planning.toConfirmCount', { n: projects })}
          </a>
        </p>
      )}
      {left.unexamined > 0 && (
        <p>
          {say('planning.unexamined', { n: left.unexamined })}.{' '}
          {left.code && (
            <a
              href={placeOf(left.code, 'bisogni', 'da-esaminare')}
              className="inline-flex min-h-11 items-center underline"
            >
              {say('planning.unexaminedOpen')}
            </a>
          )}
        </p>
      )}
    </Section>
  );
}

/** A day in the reader's own format; other words as they were written. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function Item({ code, item }: { code: string; item: Inherited['open'][number] }) {
  const say = useSay();
  const may = useMayWrite();
  const ask = usePathDo();
  const path = usePath();
  const proposals = useRegister('proposal');
  const goals = useRegister('goal');
  const day = (when: string) => (DAY.test(when) ? say.date(Date.parse(`${when}T12:00:00Z`), 'short') : when);
  const take = () => {
    if (item.what === 'request') {
      const from = path.inherited?.title ?? '';
      if (ask('takeRequest', { id: nanoid(14), text: item.text, from }))
        goTo(placeOf(code, 'bisogni', 'richieste'));
      return;
    }
    const id =
      item.what === 'proposal'
        ? proposals.add({ title: item.text })
        : goals.add({ code: `O${standingOnes(path.goals).length + 1}`, statement: item.text });
    if (id) goTo(addressOf(code, item.what, id));
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <Badge>{say(`planning.open.${item.what}`)}</Badge>
      <span className="min-w-0 flex-[1_1_14rem]">{item.text}</span>
      {item.state && (
        <span className="text-ink-soft text-sm">
          {item.what === 'request'
            ? say('planning.requestState.quando', { when: item.when })
            : say.dynamic(
                item.what === 'proposal'
                  ? `planning.outcome.${item.state}`
                  : `planning.goalStatus.${item.state}`,
              )}
          {item.what === 'goal' && item.when && ` · ${say('planning.promised', { when: day(item.when) })}`}
        </span>
      )}
      {may && (
        <Button size="small" onClick={take}>
          {say('planning.takeUp')}
        </Button>
      )}
    </li>
  );
}
