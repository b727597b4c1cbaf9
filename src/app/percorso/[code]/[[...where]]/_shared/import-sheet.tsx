'use client';
/**
 * Imports any list: a file or pasted words, its columns named on the screen, a preview of every row, and one way to
 * undo it.
 */
import { customRandom, nanoid, urlAlphabet } from 'nanoid';
import { type ReactNode, useEffect, useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { usePath } from '@/client/hooks/path-provider';
import { sendRows } from '@/client/connection/send-rows';
import { yieldToMain } from '@/client/scheduling/yield-to-main';
import type { Decimal } from '@/domain/programming/amounts';
import type { ImportedRow } from '@/domain/programming/imports';
import { guessMapping, type Mapping, mappingAt } from '@/domain/programming/import-columns';
import type { Imported } from '@/domain/programming/import-fields';
import type { SheetReading } from '@/domain/programming/import-cells';
import { IMPORT_ROWS_MAX, PAPER_LINES_MAX } from '@/domain/words';
import { type Understood, understandInSlices } from '@/domain/programming/import-parser';
import { PAPER_SHAPES, type PaperShape, paperRows } from '@/domain/programming/paper-sheet';
import { tableOf } from '@/domain/programming/text-decoding';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { inputClass } from '@/ui/field';
import { Banner, Progress } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import { usePathDo } from '../path-commands';
import { ImportColumns } from './import-columns';
import { ImportPreview } from './import-preview';

type Rows = { line: number; cells: string[] }[];
type Source = {
  name: string;
  how: string;
  rows: Rows;
  head: number;
  mapping: Mapping;
  text: string | null;
  /** Division of lines of paper; null for any other list. */
  shape: PaperShape | null;
};
type Answer = { text: string | null; encoding: string | null; separator: string | null; rows: Rows };

type Props = {
  code: string;
  what: Imported;
  /** For lines of paper: defaults where the sheet has no value, and their controls. */
  defaults?: SheetReading['defaults'];
  children?: ReactNode;
  onDone: () => void;
};

/** Said before a file is chosen. */
const ROWS_MOST = {
  project: IMPORT_ROWS_MAX,
  paper: PAPER_LINES_MAX,
  organization: IMPORT_ROWS_MAX,
  invitation: IMPORT_ROWS_MAX,
  code: IMPORT_ROWS_MAX,
} as const;
/** The label of the last button. */
const BRING = {
  project: 'planning.import',
  paper: 'reading.paper.bring',
  organization: 'planning.importRows',
  invitation: 'planning.importRows',
  code: 'planning.importRows',
} as const;

export function ImportSheet({ code, what, defaults, children, onDone }: Props) {
  const say = useSay();
  const path = usePath();
  const tell = useTell();
  const ask = usePathDo();
  const [source, setSource] = useState<Source | null>(null);
  const [pasted, setPasted] = useState('');
  const [chosen, setChosen] = useState<PaperShape | null>(null);
  const [decimals, setDecimals] = useState<Record<number, Decimal>>({});
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  /** Rows understood or brought in so far; null while neither is going on. */
  const [done, setDone] = useState<{ done: number; of: number } | null>(null);

  const take = (
    { name, how, rows, text }: Pick<Source, 'name' | 'how' | 'rows' | 'text'>,
    shape: PaperShape | null = null,
  ) => {
    setDecimals({});
    setWrong('');
    const paper = what === 'paper' && text !== null ? paperRows(text, shape) : null;
    setSource({ name, how, text, ...(paper ?? { rows, shape: null, ...guessMapping(what, rows) }) });
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setPasted('');
    setChosen(null);
    const answer = await sheetOf(code, file);
    setBusy(false);
    if ('wrong' in answer) {
      setSource(null);
      setWrong(say(`planning.unreadable.${answer.wrong}`));
      return;
    }
    const how = [
      answer.encoding,
      answer.separator &&
        say('planning.separator', { c: answer.separator === '\t' ? '⇥' : answer.separator }),
    ];
    const { rows, text } = answer;
    take({ name: file.name, how: how.filter(Boolean).join(' · '), rows, text });
  };
  const paste = (text: string) => {
    setPasted(text);
    if (text.trim() === '') setSource(null);
    // A choice that the person made stays while they go on writing.
    else take({ name: '', how: '', rows: tableOf(text)?.rows ?? [], text }, chosen);
  };
  const [found, setFound] = useState<Understood | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the path only what the sheet may name
  useEffect(() => {
    if (!source) return setFound(null);
    const reading = { ...source, decimals, ...(defaults && { defaults }) };
    const work = understandInSlices(what, path, source.rows, reading, idsInBulk());
    let here = true;
    void (async () => {
      for (let step = work.next(); here; step = work.next()) {
        if (step.done) {
          setDone(null);
          return setFound(step.value);
        }
        setDone({ done: step.value, of: source.rows.length });
        await yieldToMain();
      }
    })();
    return () => {
      here = false;
    };
  }, [source, decimals, defaults, path.projects, path.papers, path.organizations, path.codes, path.tables]);
  const bring = async () => {
    if (!found || found.rows.length === 0) return;
    setBusy(true);
    const rows: ImportedRow[] = found.rows.map((r) => r.row);
    const id = nanoid(14);
    const answer = await sendRows(code, { id, what, rows }, (done) => setDone({ done, of: rows.length }));
    setBusy(false);
    setDone(null);
    if (!answer.ok) return setWrong(sayRefusal(say, answer));
    tell(say('planning.rowsImported', { n: rows.length }), 'good', {
      label: say('planning.undo'),
      onUndo: () => ask('undoImport', { id }),
    });
    onDone();
  };
  const set = (patch: Partial<Source>) => setSource((s) => s && { ...s, ...patch });
  const divided = source?.shape === 'lines' || source?.shape === 'paragraphs';
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-ink-soft">{say('planning.importAny', { n: ROWS_MOST[what] })}</p>
      <label className="grid max-w-xl gap-1.5">
        <span className="font-semibold">
          {say(what === 'project' ? 'planning.importFile.project' : 'planning.importFile')}
        </span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.xls,.ods,.qdc,.qdpx,text/csv,text/plain"
          onChange={(e) => void read(e.target.files?.[0])}
          className={inputClass}
        />
      </label>
      <TextArea
        label={say(what === 'paper' ? 'reading.paper.text' : 'planning.importPasteHere')}
        hint={say(`planning.importHint.${what}`)}
        value={pasted}
        onText={paste}
        rows={4}
      />
      {source?.shape && (
        <ChoicePills
          legend={say('reading.paper.shape')}
          value={source.shape}
          onValue={(shape) => {
            setChosen(shape);
            take(source, shape);
          }}
          choices={PAPER_SHAPES.map((s) => ({ value: s, label: say(`reading.paper.${s}`) }))}
        />
      )}
      {children}
      {busy && !done && <p role="status">{say('planning.importBusy', { n: found?.rows.length ?? 0 })}</p>}
      {done && (
        <Progress
          label={say(busy ? 'planning.importBringing' : 'planning.importReading')}
          value={done.done}
          max={done.of}
          text={say('planning.importRowsOf', { done: done.done, n: done.of })}
        />
      )}
      {wrong && <Banner kind="bad" title={wrong} live />}
      {source && found && (
        <>
          {!divided && (
            <ImportColumns
              what={what}
              rows={source.rows}
              head={source.head}
              mapping={source.mapping}
              how={[source.name, source.how].filter(Boolean).join(' · ')}
              asks={found.asks}
              onMapping={(mapping) => set({ mapping })}
              onHead={(head) => set({ head, mapping: mappingAt(what, source.rows, head) })}
              onDecimal={(column, sign) => setDecimals({ ...decimals, [column]: sign })}
            />
          )}
          <ImportPreview found={found} />
          <div>
            <Button
              kind="primary"
              size="large"
              icon="download"
              busy={busy}
              disabled={found.rows.length === 0}
              onClick={bring}
            >
              {say(BRING[what], { n: found.rows.length })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** Ids for thousands of things: the browser is asked for chance once for a thousand of them, not once for each. */
function idsInBulk(): () => string {
  let chance: Uint8Array = new Uint8Array();
  let at = 0;
  return customRandom(urlAlphabet, 14, (size) => {
    if (at + size > chance.length) [chance, at] = [crypto.getRandomValues(new Uint8Array(32_768)), 0];
    at += size;
    return chance.subarray(at - size, at);
  });
}

const UNREADABLE = ['binary', 'unclosed_quote', 'too_many_rows', 'too_large', 'unreachable'] as const;
async function sheetOf(code: string, file: File): Promise<Answer | { wrong: (typeof UNREADABLE)[number] }> {
  if (file.size > 8 * 1024 * 1024) return { wrong: 'too_large' };
  try {
    const headers = { 'content-type': 'application/octet-stream', accept: 'application/json' };
    const answer = await fetch(`/api/import/sheet/${code}`, { method: 'POST', headers, body: file });
    const read = (await answer.json()) as { ok: boolean; unreadable?: string; refused?: string } & Answer;
    if (read.ok) return read;
    const said = read.unreadable ?? read.refused;
    return { wrong: UNREADABLE.find((u) => u === said) ?? 'unreachable' };
  } catch {
    return { wrong: 'unreachable' };
  }
}
