// @vitest-environment happy-dom
/** Words typed in a form before the page is hydrated stay, in each of its fields. */
import { act, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, onTestFinished } from 'vitest';
import { TextInput } from '@/ui/field';
import { SearchField } from '@/ui/search-field';
import { TextArea } from '@/ui/text-area';

/** All fields are of one state, as in the office's forms; `kept` is a draft that the device gives once hydrated. */
function Form({ kept }: { kept?: string }) {
  const [words, keep] = useState({ title: '', question: '', search: '' });
  const set = (change: Partial<typeof words>) => keep((now) => ({ ...now, ...change }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, as a draft is
  useEffect(() => {
    if (kept) set({ title: kept, question: kept });
  }, []);
  return (
    <main>
      <TextInput label="Titolo" value={words.title} onChange={(e) => set({ title: e.target.value })} />
      <TextArea label="Domanda" value={words.question} onText={(question) => set({ question })} />
      <SearchField
        label="Cerca"
        value={words.search}
        onText={(search) => set({ search })}
        clearLabel="Vuota"
      />
      <output>{JSON.stringify(words)}</output>
    </main>
  );
}

/** Types in the page as the server drew it, then hydrates it. */
async function typedEarly(typed: string[], kept?: string) {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const at = document.createElement('div');
  document.body.append(at);
  const form = <Form {...(kept ? { kept } : {})} />;
  at.innerHTML = renderToString(form);
  const fields = [...at.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  for (const [i, words] of typed.entries()) if (words) fields[i]!.value = words;
  await act(async () => {
    const root = hydrateRoot(at, form);
    onTestFinished(() => {
      act(() => root.unmount());
      at.remove();
    });
  });
  const known = JSON.parse(at.querySelector('output')?.textContent ?? '') as object;
  return { seen: fields.map((field) => field.value), known: Object.values(known) as string[] };
}

it('[I9] each of three fields keeps its words, and the program knows them', async () => {
  const typed = ['Una mattina insieme', 'Chi cura chi cura?', 'sportello'];
  expect(await typedEarly(typed)).toEqual({ seen: typed, known: typed });
});

it('what the device kept is shown where nothing newer was typed', async () => {
  const words = ['Una mattina insieme', 'bozza', ''];
  expect(await typedEarly(['Una mattina insieme'], 'bozza')).toEqual({ seen: words, known: words });
});
