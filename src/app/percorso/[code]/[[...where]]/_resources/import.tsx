'use client';
/** Bringing in the office's sheet of projects: seen line by line first, bad ones with their reason, good ones kept. */
import { nanoid } from 'nanoid';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useTell } from '@/app/_page/answers';
import { usePath } from '@/client/path';
import type { ProjectRow } from '@/domain/programming/project-import';
import { readProjectSheet } from '@/domain/programming/project-sheet';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { inputClass } from '@/ui/field';
import { Fold } from '@/ui/fold';
import { Banner } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';
import { useDo } from '../asking';
import { placeOf } from '../_parts/addresses';

/** One message carries one sheaf of rows; a longer sheet goes in several, each whole. */
const SHEAF_MAX = 30_000;

function sheaves(rows: readonly ProjectRow[]): ProjectRow[][] {
  const all: ProjectRow[][] = [];
  let size = SHEAF_MAX;
  for (const row of rows) {
    const weight = new TextEncoder().encode(JSON.stringify(row)).length;
    if (size + weight > SHEAF_MAX) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(row);
    size += weight;
  }
  return all;
}

type Sheet = { name: string; text: string; bytes: ArrayBuffer | null };

export function ImportProjects({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const ask = useDo();
  const tell = useTell();
  const router = useRouter();
  const [sheet, setSheet] = useState<Sheet>({ name: '', text: '', bytes: null });
  const { text, bytes } = sheet;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the path only the projects are read
  const preview = useMemo(
    () => (text.trim() === '' ? null : readProjectSheet(path, text, () => nanoid(14))),
    [text, path.projects],
  );
  const read = async (file: File | undefined) => {
    if (!file) return;
    const bytes = await file.arrayBuffer();
    setSheet({ name: file.name, bytes, text: new TextDecoder('utf-8').decode(bytes) });
  };
  const broken = preview?.bad.some((b) => b.reason === 'not_utf8') ?? false;
  const asWindows = () =>
    bytes && setSheet((s) => ({ ...s, text: new TextDecoder('windows-1252').decode(bytes) }));
  const bring = () => {
    if (!preview) return;
    for (const rows of sheaves(preview.rows)) if (!ask('importProjects', { rows })) return;
    tell(say('planning.imported', { n: preview.rows.length }), 'good');
    router.push(placeOf(code, 'risorse', 'progetti'));
  };
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-ink-soft">{say('planning.importHow')}</p>
      <label className="grid max-w-xl gap-1.5">
        <span className="font-semibold">{say('planning.importFile')}</span>
        <input
          type="file"
          accept=".csv,.txt,text/csv"
          onChange={(e) => void read(e.target.files?.[0])}
          className={inputClass}
        />
      </label>
      <Fold title={say('planning.importPaste')}>
        <TextArea
          label={say('planning.importPasteHere')}
          hint={say('planning.importExample')}
          value={bytes ? '' : text}
          onText={(t) => setSheet({ name: '', text: t, bytes: null })}
        />
      </Fold>
      {preview && (
        <>
          {preview.bad.length > 0 && (
            <Banner
              kind="warn"
              live
              title={say('planning.badRows', { n: preview.bad.length })}
              action={
                broken && bytes ? (
                  <Button size="small" onClick={asWindows}>
                    {say('planning.readAsWindows')}
                  </Button>
                ) : undefined
              }
            >
              <ul className="mt-1 grid gap-0.5">
                {preview.bad.slice(0, 50).map((b) => (
                  <li key={`${b.line}${b.reason}${b.value}`}>
                    <b>{say('planning.line', { n: b.line })}</b> {say(`planning.bad.${b.reason}`)}
                    {b.value && <code className="ml-1.5 break-all">{b.value.slice(0, 80)}</code>}
                  </li>
                ))}
                {preview.bad.length > 50 && (
                  <li>{say('planning.andMore', { n: preview.bad.length - 50 })}</li>
                )}
              </ul>
            </Banner>
          )}
          {preview.rows.length > 0 && (
            <Good rows={preview.rows} separator={preview.separator} onBring={bring} />
          )}
        </>
      )}
    </div>
  );
}

function Good({
  rows,
  separator,
  onBring,
}: {
  rows: readonly ProjectRow[];
  separator: string;
  onBring: () => void;
}) {
  const say = useSay();
  const sum = (row: ProjectRow, mobility: string, of: 'cents' | 'hours') =>
    row.resources.reduce((n, r) => n + (mobility === '' || r.mobility === mobility ? (r[of] ?? 0) : 0), 0);
  const money = (cents: number) => (cents === 0 ? '–' : say.euro(cents));
  const right = (key: string, label: string) => ({ key, label, align: 'right' as const });
  const total = (mobility: string) => say.euro(rows.reduce((n, r) => n + sum(r, mobility, 'cents'), 0));
  return (
    <Section
      title={say('planning.goodRows', { n: rows.length })}
      aside={say('planning.separator', { c: separator })}
    >
      <DataTable
        caption={say('planning.preview')}
        captionHidden
        columns={[
          { key: 'code', label: say('planning.code'), heads: true },
          { key: 'title', label: say('planning.title') },
          { key: 'judged', label: say('planning.assessment') },
          right('fluttuante', say('planning.mobility.fluttuante')),
          right('intoccabile', say('planning.mobility.intoccabile')),
          right('non_classificata', say('planning.mobility.non_classificata')),
          right('hours', say('planning.hours')),
        ]}
        rows={rows.slice(0, 200).map((r) => ({
          id: r.id,
          cells: {
            code: r.code,
            title: r.title,
            judged: say(`planning.assessment.${r.assessment}`),
            fluttuante: money(sum(r, 'fluttuante', 'cents')),
            intoccabile: money(sum(r, 'intoccabile', 'cents')),
            non_classificata: money(sum(r, 'non_classificata', 'cents')),
            hours: sum(r, '', 'hours') === 0 ? '–' : say.number(sum(r, '', 'hours')),
          },
        }))}
        foot={{
          code: say('planning.total'),
          fluttuante: total('fluttuante'),
          intoccabile: total('intoccabile'),
          non_classificata: total('non_classificata'),
        }}
      />
      <div>
        <Button kind="primary" size="large" icon="download" onClick={onBring}>
          {say('planning.import', { n: rows.length })}
        </Button>
      </div>
    </Section>
  );
}
