'use client';
/** The programme of a meeting of prompts: prompts, speakers, handouts, and the minutes. */
import { pasteFormatted } from '@/app/_shared/formatted-paste';
import { nanoid } from 'nanoid';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useDraft, useShown } from '@/client/hooks/gathering-provider';
import { ideasTo } from '@/domain/gathering/formats';
import type { Programme as Words } from '@/domain/gathering/state/format';
import { LINE_MAX, REPORT_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Card, Section } from '@/ui/surface';
import { TextArea } from '@/ui/text-area';

const tidy = (w: Words): Words => ({
  prompts: w.prompts.filter((p) => visible(p.text) !== ''),
  speakers: w.speakers.map((s) => s.trim()).filter(Boolean),
  materials: w.materials.filter((m) => visible(m.title) !== ''),
  minutes: w.minutes,
});

export function Programme() {
  const say = useSay();
  const ask = useDeskDo();
  const told = useShown((s) => s.view.programme);
  const code = useShown((s) => s.view.code);
  // Minutes are long: an unsaved draft survives a reload.
  const [kept, keep, forget] = useDraft(`${code}:programme`);
  const mine = kept !== '';
  const words = mine ? (JSON.parse(kept) as Words) : told;
  const change = (part: Partial<Words>) => keep(JSON.stringify({ ...words, ...part }));
  const reword = (id: string, text: string) =>
    change({ prompts: words.prompts.map((p) => (p.id === id ? { ...p, text } : p)) });
  const material = (id: string, part: { title?: string; href?: string }) =>
    change({ materials: words.materials.map((m) => (m.id === id ? { ...m, ...part } : m)) });
  const save = () => ask('setProgramme', tidy(words)) && forget();
  return (
    <Section title={say('desk.programme')} intro={say('desk.programmeHint')}>
      <Card className="grid gap-5">
        <ol className="grid gap-3">
          {words.prompts.map((p, i) => (
            <li key={p.id} className="flex items-end gap-2">
              <div className="min-w-0 flex-1">
                <TextInput
                  label={say('desk.prompt', { n: i + 1 })}
                  value={p.text}
                  maxLength={LINE_MAX}
                  onChange={(e) => reword(p.id, e.target.value)}
                />
              </div>
              <IconButton
                icon="close"
                label={say('desk.removePrompt', { n: i + 1 })}
                onClick={() => change({ prompts: words.prompts.filter((x) => x.id !== p.id) })}
              />
            </li>
          ))}
        </ol>
        <Button
          icon="plus"
          className="justify-self-start"
          onClick={() => change({ prompts: [...words.prompts, { id: nanoid(14), text: '' }] })}
        >
          {say('desk.addPrompt')}
        </Button>
        <TextArea
          label={say('desk.speakers')}
          value={words.speakers.join('\n')}
          onText={(text) => change({ speakers: text === '' ? [] : text.split('\n') })}
          rows={2}
        />
        <ul className="grid gap-3">
          {words.materials.map((m) => (
            <li key={m.id} className="grid items-end gap-2 sm:grid-cols-[1fr_1fr_auto]">
              <TextInput
                label={say('desk.material')}
                value={m.title}
                onChange={(e) => material(m.id, { title: e.target.value })}
              />
              <TextInput
                label={say('desk.materialLink')}
                type="url"
                inputMode="url"
                placeholder="https://"
                value={m.href}
                onChange={(e) => material(m.id, { href: e.target.value })}
              />
              <IconButton
                icon="close"
                label={say('desk.removeMaterial', { title: m.title })}
                onClick={() => change({ materials: words.materials.filter((x) => x.id !== m.id) })}
              />
            </li>
          ))}
        </ul>
        <Button
          icon="plus"
          className="justify-self-start"
          onClick={() => change({ materials: [...words.materials, { id: nanoid(14), title: '', href: '' }] })}
        >
          {say('desk.addMaterial')}
        </Button>
        <TextArea
          onPaste={pasteFormatted}
          label={say('desk.minutesOf')}
          value={words.minutes}
          onText={(minutes) => change({ minutes })}
          max={REPORT_MAX}
          rows={5}
        />
        <Button kind="primary" disabled={!mine} onClick={save} className="justify-self-start">
          {say('desk.saveProgramme')}
        </Button>
      </Card>
    </Section>
  );
}

/** The prompt shown to everybody. */
export function PromptLight() {
  const say = useSay();
  const ask = useDeskDo();
  const view = useShown((s) => s.view);
  const { prompts } = view.programme;
  if (prompts.length === 0) return null;
  return (
    <Section title={say('desk.promptNow')}>
      <ol className="grid gap-2">
        {[...prompts, null].map((p) => (
          <li key={p?.id ?? ''}>
            <button
              type="button"
              aria-pressed={view.prompt === (p?.id ?? null)}
              onClick={() => ask('showPrompt', { prompt: p?.id ?? null })}
              className="flex min-h-11 w-full items-center justify-between gap-4 rounded-lg border-2 border-edge bg-raised px-4 py-2 text-left hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-soft"
            >
              <span className="font-semibold">{p?.text ?? say('desk.allPrompts')}</span>
              {p && (
                <span className="shrink-0 tabular-nums">
                  {say('desk.ideaCount', { n: ideasTo(view, p.id).length })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </Section>
  );
}
