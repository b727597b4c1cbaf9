/** Answers of JSON lines: whole down to their closing line, or refused and asked for again. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchTexts } from '@/client/connection/fetch-texts';
import { eachLine } from '@/client/connection/json-lines';

const LINES = [
  { said: [{ ref: 'a/note/1', text: 'Perché no?' }], meetings: [] },
  { said: [], meetings: [] },
];
const body = (lines: readonly unknown[], closing: number | null = lines.length): Uint8Array =>
  new TextEncoder().encode(
    [...lines, ...(closing === null ? [] : [{ lines: closing }])]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
const answers = vi.fn<() => Promise<Response>>();
/** The next answer, which ends without an error after these bytes, as a proxy may end it. */
const answer = (bytes: Uint8Array, status = 200) =>
  answers.mockImplementationOnce(async () => new Response(bytes.slice().buffer, { status }));
const read = async () => {
  const lines: unknown[] = [];
  const refused = await eachLine('/lines', (line) => lines.push(line));
  return { refused, lines };
};

beforeEach(() => vi.stubGlobal('fetch', answers));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  answers.mockReset();
});

it('[Y18] an answer cut after any byte is refused; the whole one is taken, line by line', async () => {
  const whole = body(LINES);
  answer(whole);
  expect(await read()).toEqual({ refused: null, lines: LINES });
  // The last byte only ends the closing line.
  for (let bytes = 0; bytes < whole.length - 1; bytes++) {
    answer(whole.slice(0, bytes));
    await expect(read(), `after ${bytes} bytes`).rejects.toThrow();
  }
});

it('[Y18] an answer that lacks a line in its middle is refused, and so is one that goes on after its end', async () => {
  answer(body(LINES.slice(1), LINES.length));
  await expect(read()).rejects.toThrow();
  answer(new Uint8Array([...body(LINES), ...body(LINES, 2 * LINES.length)]));
  await expect(read()).rejects.toThrow();
});

it('[Y18] a path’s texts are asked for again until they are whole, or no longer wanted', async () => {
  vi.useFakeTimers();
  const cut = body(LINES, null);
  answer(cut);
  answer(cut);
  answer(body(LINES));
  const texts = fetchTexts('PATTO', () => true);
  await vi.runAllTimersAsync();
  expect(await texts).toEqual({ said: LINES[0]?.said, meetings: [] });
  expect(answers).toHaveBeenCalledTimes(3);
  let wanted = true;
  answer(cut);
  const others = fetchTexts('PATTO', () => wanted);
  await vi.advanceTimersByTimeAsync(10);
  wanted = false;
  await vi.runAllTimersAsync();
  expect(await others).toBeNull();
  answer(new TextEncoder().encode('{"ok":false,"refused":"not_signed_in"}'), 401);
  expect(await fetchTexts('PATTO', () => true)).toBeNull();
  expect(answers).toHaveBeenCalledTimes(5);
});
