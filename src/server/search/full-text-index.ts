/** An index of texts by the stems of their Italian words, ranked by BM25. It is brought up to date in short slices. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { stemmer } from '@orama/stemmers/italian';
import { stopwords } from '@orama/stopwords/italian';
import MiniSearch from 'minisearch';
import { plainApostrophes } from '@/domain/words';

/** Time before other work of the server is let through, in ms. */
const SLICE = 8;
/** Words shorter than this say nothing of a text. */
const SHORTEST = 3;
/**
 * A text is sought by its rarest words, as long as together they stand in at most so many texts: a search takes one turn of
 * the server, and the commonest words would only find what is everywhere.
 */
const FOUND_MAX = 1500;
/** Different words whose stems are remembered. */
const STEMS_MAX = 50_000;

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
/** Silent words of spoken Italian that the library's list does not have. */
const ALSO_SILENT =
  'quando qualcuno qualche qualcosa niente nessuno ogni sempre mai poi già anche ancora molto troppo poco tanto cosa cose senza proprio così invece';
const SILENT = new Set([...stopwords, ...ALSO_SILENT.split(' ')].map(bare));

const stems = new Map<string, string>();
/** The stemmer reads accents; they are dropped after it, because many people write without them. */
function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = SILENT.has(bare(word)) ? '' : bare(stemmer(word));
  if (stems.size >= STEMS_MAX) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** The stems of the words that say something, in their order. */
export const stemsOf = (text: string): string[] =>
  (
    plainApostrophes(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).flatMap((word) => (word.length < SHORTEST ? [] : stemOf(word) || []));

type Text = { ref: string; text: string };

export class TextIndex {
  private readonly search = new MiniSearch<Text>({ idField: 'ref', fields: ['text'], tokenize: stemsOf });
  private readonly texts = new Map<string, string>();
  /** Number of texts with each stem. */
  private readonly spread = new Map<string, number>();

  textOf(ref: string): string | undefined {
    return this.texts.get(ref);
  }

  /** Puts in what is new, replaces what has changed, and takes out the references in `gone`. */
  async update(texts: ReadonlyMap<string, string>, gone: Iterable<string>): Promise<void> {
    let began = performance.now();
    const pause = async () => {
      if (performance.now() - began < SLICE) return;
      await nextTurn();
      began = performance.now();
    };
    for (const ref of gone) {
      this.remove(ref);
      await pause();
    }
    for (const [ref, text] of texts) {
      if (this.texts.get(ref) === text) continue;
      this.remove(ref);
      this.texts.set(ref, text);
      this.search.add({ ref, text });
      this.count(text, 1);
      await pause();
    }
  }

  /** References of all texts that share a word with these, the most alike first. */
  alike(text: string): string[] {
    const found = this.search.search(this.rarest(text).join(' '), { tokenize: (words) => words.split(' ') });
    return found.map(({ id }) => id as string);
  }

  /** The words that other texts share, the rarest first. */
  private rarest(text: string): string[] {
    const shared = [...new Set(stemsOf(text))]
      .map((stem) => ({ stem, times: this.spread.get(stem) ?? 0 }))
      .filter(({ times }) => times > 1)
      .sort((a, b) => a.times - b.times);
    let found = 0;
    return shared.flatMap(({ stem, times }, i) => {
      found += times;
      return i === 0 || found <= FOUND_MAX ? [stem] : [];
    });
  }

  private remove(ref: string): void {
    const text = this.texts.get(ref);
    if (text === undefined) return;
    this.search.remove({ ref, text });
    this.texts.delete(ref);
    this.count(text, -1);
  }

  private count(text: string, by: 1 | -1): void {
    for (const stem of new Set(stemsOf(text))) {
      const times = (this.spread.get(stem) ?? 0) + by;
      if (times > 0) this.spread.set(stem, times);
      else this.spread.delete(stem);
    }
  }
}
