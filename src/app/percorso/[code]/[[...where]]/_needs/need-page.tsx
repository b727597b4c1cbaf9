'use client';
/** One need's page: the gap, the people concerned, the proposals that answer it, and the words that show it. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { isGrounded } from '@/domain/programming/decision-trace';
import type { Need } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { addressOf, placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { EvidenceOf, NoWords } from '../_shared/evidence';
import { MergeThings } from '../_shared/merge-things';
import { QuickAdd } from '../_shared/quick-add';
import { useRegister } from '../_shared/register';
import { ThingLink, ThingLinks } from '../_shared/thing-link';
import { Facts, History, ThingPage } from '../_shared/thing-page';
import { useNeedFields } from './need-fields';
import { Traits } from './need-proposal-lists';
import { goTo } from '../_shared/path-router';

export function NeedPage({ code, need }: { code: string; need: Need }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const { revise, remove } = useRegister('need');
  const proposals = useRegister('proposal');
  const fields = useNeedFields();
  const answering = standingOnes(path.proposals).filter((p) => p.needs.includes(need.id));
  const goals = standingOnes(path.goals).filter((g) => g.needs.includes(need.id));
  const area = (id: string) => path.about?.areas.find((a) => a.id === id)?.label ?? id;
  const back = placeOf(code, 'bisogni');
  const propose = (title: string): boolean => {
    const id = proposals.add({ title, needs: [need.id], table: need.table });
    if (id) goTo(addressOf(code, 'proposal', id));
    return id !== null;
  };
  return (
    <ThingPage
      back={{ href: back, label: say('planning.needs') }}
      over={say('planning.need')}
      title={need.title}
      badges={
        <>
          {!isGrounded(path, 'need', need.id) && <NoWords />}
          <Traits thing={need} />
          {need.areas.map((a) => (
            <Badge key={a}>{area(a)}</Badge>
          ))}
        </>
      }
      actions={
        may && (
          <>
            <MergeThings what="need" id={need.id} />
            <EditDialog
              name={`${code}:need-${need.id}`}
              title={say('planning.edit')}
              now={need}
              fields={fields}
              onSubmit={(changed) => revise(need, changed)}
              onRemove={() => {
                const gone = remove(need.id, need.title);
                if (gone) goTo(back);
                return gone;
              }}
            />
          </>
        )
      }
      beside={<EvidenceOf code={code} what="need" id={need.id} />}
    >
      {need.description && <p className="max-w-prose whitespace-pre-line text-lg">{need.description}</p>}
      <Facts
        rows={[
          {
            ...{ label: say('planning.table'), always: true },
            value: need.table ? <ThingLink code={code} what="table" id={need.table} /> : say('planning.none'),
          },
          { label: say('planning.affectedGroups'), value: need.affectedGroups },
          { label: say('planning.hardship'), value: need.hardship },
          {
            label: say('planning.participatory'),
            value:
              need.participatory === 'non_detto'
                ? ''
                : [say(`planning.participatory.${need.participatory}`), need.participatoryHow]
                    .filter(Boolean)
                    .join(': '),
          },
        ]}
      />
      <Section title={say('planning.proposalsAnswering')}>
        <ThingLinks code={code} what="proposal" ids={answering.map((p) => p.id)} />
        {may && (
          <QuickAdd
            name={`${code}:answer-${need.id}`}
            label={say('planning.newProposal')}
            submit={say('planning.add')}
            onAdd={propose}
          />
        )}
      </Section>
      {goals.length > 0 && (
        <Section title={say('planning.obiettivi')}>
          <ThingLinks code={code} what="goal" ids={goals.map((g) => g.id)} />
        </Section>
      )}
      <History changes={need.history} label={(f) => fields.find((x) => x.key === f)?.label ?? null} />
    </ThingPage>
  );
}
