'use client';
/** One code's page: its meaning, its reach, its quotations, and its history. */
import { usePath } from '@/client/hooks/path-provider';
import { codeNow } from '@/domain/programming/codes';
import { standingOnes } from '@/domain/programming/deed';
import type { Said } from '@/domain/programming/source-text';
import type { Code } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Banner } from '@/ui/notice';
import { Stat } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { FoundOnWords } from '../_shared/found-on-words';
import { UndoReshape } from '../_shared/merge-things';
import { useRegister } from '../_shared/register';
import { Facts, History, ThingPage } from '../_shared/thing-page';
import { CodeSign } from '../_reading/code-mark';
import { useCounts } from './code-counts';
import { useCodeFields } from './code-fields';
import { MergeDialog } from './merge-dialog';
import { MergedList } from './merged-codes';
import { Quotes } from './quotes';
import { SplitDialog } from './split-dialog';
import { goTo } from '../_shared/path-router';

type Props = { code: string; one: Code; said: readonly Said[]; ready: boolean };

export function CodePage({ code, one, said, ready }: Props) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const n = useCounts(said)(one.id);
  const fields = useCodeFields(one.id);
  const { revise, remove } = useRegister('code');
  const back = placeOf(code, 'codici');
  const now = codeNow(path, one.id);
  const codings = standingOnes(path.codings).filter(
    (c) => !c.second && c.codes.some((x) => codeNow(path, x)?.id === one.id),
  );
  const parent = one.parent ? codeNow(path, one.parent) : null;
  const from = one.splitFrom ? path.codes[one.splitFrom] : undefined;
  const area = path.about?.areas.find((a) => a.id === one.area)?.label;
  const link = (c: Code) => (
    <a href={placeOf(code, 'codici', c.id)} className="underline underline-offset-4">
      {c.label}
    </a>
  );
  const names: Record<string, string> = {
    label: say('codebook.label'),
    definition: say('codebook.definition'),
    family: say('codebook.family'),
  };
  return (
    <ThingPage
      back={{ href: back, label: say('planning.codici') }}
      over={say('codebook.one')}
      title={one.label}
      badges={
        <>
          <CodeSign code={one} className="text-xl" />
          <Badge tone={one.status === 'consolidato' ? 'good' : 'plain'}>
            {say(`codebook.status.${one.status}`)}
          </Badge>
          {one.family && <Badge>{one.family}</Badge>}
          {one.participatory !== 'non_detto' && (
            <Badge tone="accent">
              {say('codebook.participatory')}: {say(`codebook.participatory.${one.participatory}`)}
            </Badge>
          )}
        </>
      }
      actions={
        may &&
        one.mergedInto === null && (
          <>
            <EditDialog
              name={`${code}:code-${one.id}`}
              title={say('planning.edit')}
              now={one}
              fields={fields}
              onSubmit={(changed) => revise(one, changed)}
              onRemove={() => {
                const gone = remove(one.id, one.label);
                if (gone) goTo(back);
                return gone;
              }}
            />
            <FoundOnWords code={code} title={one.label} area={one.area} words={codings} />
            <MergeDialog one={one} times={codings.length} />
            <SplitDialog one={one} codings={codings} />
            <UndoReshape what="code" id={one.id} />
          </>
        )
      }
      beside={<Quotes code={code} one={one} codings={codings} said={said} ready={ready} />}
    >
      {now && now.id !== one.id && (
        <Banner kind="warn" title={say('codebook.isMerged', { label: now.label })}>
          {link(now)}
        </Banner>
      )}
      {one.definition && <p className="max-w-prose whitespace-pre-line text-lg">{one.definition}</p>}
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        <Stat value={say.number(n.notes)} label={say('codebook.texts')} />
        <Stat value={say.number(n.sessions)} label={say('codebook.sessions')} />
        <Stat value={say.number(n.sectors)} label={say('codebook.sectors')} />
      </div>
      <Facts
        rows={[
          { label: say('codebook.parent'), value: parent && link(parent) },
          { label: say('codebook.area'), value: area ?? say('codebook.areaUnsaid'), always: true },
          { label: say('codebook.splitFrom'), value: from && link(from) },
        ]}
      />
      <p>
        <a
          href={`${placeOf(code, 'raccolta')}?voce=${one.id}`}
          className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          {say('codebook.inQueue')}
        </a>
      </p>
      <MergedList code={code} into={one.id} />
      <History changes={one.history} label={(field) => names[field] ?? null} />
    </ThingPage>
  );
}
