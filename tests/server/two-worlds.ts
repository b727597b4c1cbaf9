/** Commands an attacker would send to find another's secret: for each deed, with the ids of secret acts. */

export type Command = [type: string, ask: Record<string, unknown>];

const words = { kind: 'altro', text: 'altre parole' };
export const isSecret: Partial<Record<string, Record<string, unknown>[]>> = {
  placeDots: [0, 1, 5].map((dots) => ({ topic: 'topic-first', dots })),
  moveTo: ['session-1st', 'roaming', null].map((to) => ({ to })),
  markInterest: [true, false].map((on) => ({ topic: 'topic-first', on })),
  writeNote: [true, false].map((anonymous) => ({
    note: 'note-another',
    topic: 'topic-first',
    session: 'session-1st',
    anonymous,
    ...words,
  })),
  reviseNote: [{ note: 'note-secret', ...words }],
  withdrawNote: [{ note: 'note-secret' }],
  restoreNote: [{ note: 'note-secret' }],
  takeNotes: [{ session: 'session-1st' }],
  flagText: [{ what: 'note', id: 'note-secret' }],
  startSession: [{ session: 'session-1st' }],
  endSession: [{ session: 'session-1st' }],
  sayWord: [{ word: 'word-00001', text: 'grazie' }],
  beginReport: [{ topic: 'topic-first' }],
};
