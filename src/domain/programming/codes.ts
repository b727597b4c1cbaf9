/** The codebook: codes are made while reading, renamed, merged and split, and each step is in the history. */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, text } from '../shapes';
import { TITLE_MAX } from '../words';
import { amend, begun, deed, PLANNERS, standing, standingOnes } from './deed';
import { adds, revises } from './register';
import { CodeShape, emptyCode } from './reading-shapes';
import { type Moved, move, remember } from './merge-split';
import type { Code, Path } from './state';

/** The present code of this id, after any merges. */
export function codeNow(state: Path, id: string): Code | null {
  let code = standing(state.codes, id);
  for (const seen = new Set<string>(); code?.mergedInto && !seen.has(code.id); ) {
    seen.add(code.id);
    code = standing(state.codes, code.mergedInto);
  }
  return code;
}

/** Codes that can be assigned: not removed, and not merged into another. */
export const codesInUse = (state: Path): Code[] =>
  standingOnes(state.codes).filter((c) => c.mergedInto === null);

export function labelFree(state: Path, label: string, but: string): Refusal | null {
  const plain = label.toLocaleLowerCase('it');
  const other = codesInUse(state).find((c) => c.id !== but && c.label.toLocaleLowerCase('it') === plain);
  return other ? refuse('label_taken', { id: other.id }) : null;
}

const into = (state: Path) => state.codes;
function check(state: Path, w: { id: string; label: string; parent: string | null }): Refusal | null {
  for (let up = w.parent; up !== null; up = codeNow(state, up)?.parent ?? null) {
    if (up === w.id) return refuse('circular_merge');
    if (!codeNow(state, up)) return refuse('unknown_thing', { what: 'code' });
  }
  return labelFree(state, w.label, w.id);
}

const unmerged: { mergedInto: string | null; splitFrom: string | null } = {
  mergedInto: null,
  splitFrom: null,
};
export const makeCode = adds({
  command: 'makeCode',
  fact: 'codeMade',
  into,
  words: CodeShape,
  blank: emptyCode,
  extra: unmerged,
  check,
});
export const reviseCode = revises({
  command: 'reviseCode',
  fact: 'codeRevised',
  into,
  words: CodeShape,
  check,
});

const merging = () => z.strictObject({ id: Id, into: Id });
/** Codings keep the code they were given; they are read through the merge, so undoing it loses nothing. */
export const mergeCode = deed({
  command: 'mergeCode',
  fact: 'codeMerged',
  who: PLANNERS,
  commandSchema: merging,
  factSchema: merging,
  decide(state, ask) {
    const from = standing(state.codes, ask.id);
    const target = codeNow(state, ask.into);
    if (!from || !target) return refuse('unknown_thing', { what: 'code' });
    if (from.mergedInto !== null) return refuse('nothing_to_change');
    return target.id === from.id ? refuse('circular_merge') : { id: from.id, into: target.id };
  },
  apply(state, data, fact) {
    const code = state.codes[data.id];
    if (code) amend(code, { mergedInto: data.into }, fact);
  },
});
export const unmergeCode = deed({
  command: 'unmergeCode',
  fact: 'codeUnmerged',
  who: PLANNERS,
  commandSchema: () => z.strictObject({ id: Id }),
  factSchema: () => z.strictObject({ id: Id }),
  decide(state, ask) {
    const code = standing(state.codes, ask.id);
    if (!code?.mergedInto) return refuse('nothing_to_change');
    return labelFree(state, code.label, code.id) ?? ask;
  },
  apply(state, data, fact) {
    const code = state.codes[data.id];
    if (code) amend(code, { mergedInto: null }, fact);
  },
});

const Part = z.strictObject({
  id: Id,
  label: text(TITLE_MAX),
  codings: z._default(z.array(Id).check(z.maxLength(5000)), []),
});
const splitting = () =>
  z.strictObject({ id: Id, parts: z.array(Part).check(z.minLength(1), z.maxLength(20)) });
/** The codings listed for a part go to it; the others stay with the code that was split. */
export const splitCode = deed({
  command: 'splitCode',
  fact: 'codeSplit',
  who: PLANNERS,
  commandSchema: splitting,
  factSchema: splitting,
  decide(state, ask) {
    if (codeNow(state, ask.id)?.id !== ask.id) return refuse('unknown_thing', { what: 'code' });
    const labels = ask.parts.map((p) => p.label.toLocaleLowerCase('it'));
    const ids = ask.parts.map((p) => p.id);
    if (new Set(ids).size < ids.length || ids.some((id) => state.codes[id])) return refuse('id_already_used');
    if (new Set(labels).size < labels.length) return refuse('label_taken');
    for (const part of ask.parts) {
      const taken = labelFree(state, part.label, part.id);
      if (taken) return taken;
      const lost = part.codings.find(
        (c) => !standing(state.codings, c)?.codes.some((x) => codeNow(state, x)?.id === ask.id),
      );
      if (lost !== undefined) return refuse('unknown_thing', { what: 'coding', id: lost });
    }
    return ask;
  },
  apply(state, data, fact) {
    const parent = state.codes[data.id];
    const moved: Moved[] = [];
    for (const part of data.parts) {
      const { codings, ...words } = part;
      const whole = { ...begun(part.id, fact), ...emptyCode, family: parent?.family ?? '' };
      state.codes[part.id] = {
        ...whole,
        area: parent?.area ?? null,
        ...words,
        mergedInto: null,
        splitFrom: data.id,
      };
      for (const id of codings) {
        const coding = state.codings[id];
        if (!coding) continue;
        const codes = coding.codes.map((c) => (codeNow(state, c)?.id === data.id ? part.id : c));
        move(state, moved, { register: 'coding', id, field: 'codes', after: [...new Set(codes)] }, fact);
      }
    }
    const made = data.parts.map((p) => p.id);
    const shape = { kind: 'split', what: 'code', subject: data.id, others: made, made, moved } as const;
    remember(state, shape, fact);
  },
});
