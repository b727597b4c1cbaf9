'use client';
/**
 * The mapping of columns to fields: guessed from the headings, changed on the screen; unused columns are listed as
 * such.
 */
import type { Decimal } from '@/domain/programming/amounts';
import { FIELDS, type Imported } from '@/domain/programming/import-fields';
import type { Mapping } from '@/domain/programming/import-columns';
import type { Understood } from '@/domain/programming/import-parser';
import { useSay } from '@/i18n/words';
import { ChoicePills } from '@/ui/choice';
import { Select, TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { Section } from '@/ui/surface';

type Props = {
  what: Imported;
  rows: readonly { line: number; cells: readonly string[] }[];
  head: number;
  mapping: Mapping;
  how: string;
  asks: Understood['asks'];
  onMapping: (mapping: Mapping) => void;
  onHead: (head: number) => void;
  onDecimal: (column: number, sign: Decimal) => void;
};

/** The row at this line of the file. Lines without any words are no rows: the next one is taken in the direction asked. */
function headAt(rows: Props['rows'], line: number, now: number): number {
  const at = rows.findIndex((r) => r.line >= line);
  if (at < 0 || rows[at]?.line === line || line > (rows[now]?.line ?? 0)) return at < 0 ? now : at;
  return Math.max(0, at - 1);
}

export function ImportColumns({ what, rows, head, mapping, how, asks, onMapping, onHead, onDecimal }: Props) {
  const say = useSay();
  const heading = (i: number) => rows[head]?.cells[i]?.trim() || say('planning.columnNumber', { n: i + 1 });
  const example = (i: number) =>
    rows
      .slice(head + 1)
      .map((r) => r.cells[i]?.trim() ?? '')
      .find((c) => c !== '') ?? '';
  const unused = mapping.flatMap((key, i) => (key === null ? [heading(i)] : []));
  const choose = (column: number, key: string) =>
    onMapping(mapping.map((now, i) => (i === column ? key || null : now === key ? null : now)));
  return (
    <Section title={say('planning.columns')} aside={how}>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {mapping.map((key, i) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stand by their place, and headings may repeat
            key={i}
            label={heading(i)}
            hint={example(i).slice(0, 60) || say('planning.columnEmpty')}
            value={key ?? ''}
            onChange={(e) => choose(i, e.target.value)}
            options={[
              { value: '', label: say('planning.columnUnused') },
              ...FIELDS[what].map((f) => ({
                value: f.key,
                label: `${say.dynamic(`planning.field.${f.key}`)}${f.required ? ' *' : ''}`,
              })),
            ]}
          />
        ))}
        <TextInput
          type="number"
          min={1}
          max={rows[Math.min(20, rows.length) - 1]?.line}
          label={say('planning.headRow')}
          value={String(rows[head]?.line ?? 1)}
          onChange={(e) => onHead(headAt(rows, Number(e.target.value), head))}
        />
      </div>
      {unused.length > 0 && (
        <p className="text-ink-soft">{say('planning.columnsUnused', { names: unused.join(', ') })}</p>
      )}
      {asks.map((a) => (
        <Banner
          key={a.column}
          kind="warn"
          live
          title={say('planning.asksDecimal', { name: heading(a.column) })}
        >
          <p>{say('planning.asksDecimalHow', { value: a.value })}</p>
          <ChoicePills<Decimal>
            legend={heading(a.column)}
            legendHidden
            value={null}
            onValue={(sign) => onDecimal(a.column, sign)}
            choices={[
              { value: ',', label: say('planning.decimalComma') },
              { value: '.', label: say('planning.decimalPoint') },
            ]}
          />
        </Banner>
      ))}
    </Section>
  );
}
