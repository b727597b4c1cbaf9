'use client';
/** The codebook: the codes as a tree, each with its meaning and reach. */
import { usePath } from '@/client/hooks/path-provider';
import { filed } from '@/domain/programming/deed';
import { emptyCode } from '@/domain/programming/reading-shapes';
import { tree } from '@/domain/programming/reading-queue';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { DataTable } from '@/ui/data-table';
import { EmptyState, Skeleton } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import type { ScreenProps } from '../places';
import { placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { useRegister } from '../_shared/register';
import { CodeSign } from '../_reading/code-mark';
import { useAllSaid } from '../_reading/reading-position';
import { ImportDialog } from '../_shared/import-dialog';
import { CodePage } from './code-page';
import { useCounts } from './code-counts';
import { useCodeFields } from './code-fields';
import { MergedList } from './merged-codes';

export function Codebook({ code, rest }: ScreenProps) {
  const path = usePath();
  const { said, ready } = useAllSaid();
  const id = rest[0];
  const one = id ? filed(path.codes, id) : undefined;
  if (one && !one.removed) return <CodePage key={one.id} code={code} one={one} said={said} ready={ready} />;
  return <Book code={code} />;
}

function Book({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const { said, ready } = useAllSaid();
  const count = useCounts(said);
  const fields = useCodeFields(null);
  const { add } = useRegister('code');
  const branches = tree(path);
  return (
    <>
      <PageHeader
        title={say('planning.codici')}
        intro={say('codebook.intro')}
        actions={
          may && (
            <>
              <ImportDialog code={code} what="code" />
              <EditDialog
                name={`${code}:code-new`}
                title={say('codebook.add')}
                icon="plus"
                kind="primary"
                now={emptyCode}
                fields={fields}
                submit={say('codebook.add')}
                onSubmit={(words) => add(words) !== null}
              />
            </>
          )
        }
      />
      {branches.length === 0 ? (
        <EmptyState title={say('codebook.empty')}>{say('codebook.emptyHint')}</EmptyState>
      ) : !ready ? (
        <Skeleton label={say('reading.fetching')} lines={6} />
      ) : (
        <DataTable
          caption={say('codebook.caption', { n: branches.length })}
          columns={[
            { key: 'label', label: say('codebook.label'), heads: true },
            { key: 'notes', label: say('codebook.texts'), align: 'right' },
            { key: 'sessions', label: say('codebook.sessions'), align: 'right' },
            { key: 'sectors', label: say('codebook.sectors'), align: 'right' },
          ]}
          rows={branches.flatMap(({ id, depth }) => {
            const c = path.codes[id];
            if (!c) return [];
            const n = count(id);
            return [
              {
                id,
                quiet: n.notes === 0,
                cells: {
                  label: (
                    <span
                      className="flex min-w-44 items-start gap-1.5"
                      style={{ paddingInlineStart: `${depth * 1.4}rem` }}
                    >
                      <CodeSign code={c} className="mt-0.5" />
                      <span className="min-w-0">
                        <a href={placeOf(code, 'codici', id)} className="text-ink hover:text-accent">
                          {c.label}
                        </a>
                        <span className="mt-0.5 line-clamp-3 max-w-prose font-normal">
                          {c.definition || (
                            <span className="text-ink-soft">{say('codebook.noDefinition')}</span>
                          )}
                        </span>
                        <span className="mt-1 flex flex-wrap gap-1.5">
                          {c.family && <Badge>{c.family}</Badge>}
                          <Badge tone={c.status === 'consolidato' ? 'good' : 'plain'}>
                            {say(`codebook.status.${c.status}`)}
                          </Badge>
                        </span>
                      </span>
                    </span>
                  ),
                  notes: say.number(n.notes),
                  sessions: say.number(n.sessions),
                  sectors: say.number(n.sectors),
                },
              },
            ];
          })}
        />
      )}
      <MergedList code={code} />
    </>
  );
}
