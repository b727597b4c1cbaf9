/** For every deed of a gathering: its meaning in plain words, its preconditions, and its command by the owner. */
import { SECTORS } from '@/domain/words';
import type { GatheringDeeds } from '@/domain/gathering/catalogue';
import { person } from './given';
import { type opened, PORCH, ROOMS, SLOTS } from './opened';

export type Bench = ReturnType<typeof opened>;
/** The seat that owns the things, the convener of the other topic, and somebody who owns nothing. */
export const OWNER = 'seat-owner';
const OTHER = 'seat-other';
export const STRANGER_TO_IT = 'seat-third';

type Case = {
  what: string;
  /** For a stream in which nothing has happened yet. */
  blank?: true;
  /** Creates OWNER's things, and returns the command's data. */
  ask: (g: Bench) => unknown;
};

const owner = person(OWNER);
const other = person(OTHER);
const topicOf = (g: Bench) => g.topic(owner, 'suo');
const two = (g: Bench): [string, string] => [g.topic(owner, 'suo'), g.topic(other, 'di un’altra')];
const placed = (g: Bench) => {
  const topic = topicOf(g);
  return { topic, session: g.place(owner, topic) };
};
const running = (g: Bench) => {
  const at = placed(g);
  g.done(owner, 'startSession', { session: at.session });
  return at;
};
const noteOf = (g: Bench) => {
  g.done(owner, 'writeNote', { note: 'note-0001', topic: topicOf(g), kind: 'altro', text: 'parole' });
  return 'note-0001';
};
const reported = (g: Bench) => {
  const topic = topicOf(g);
  g.done(owner, 'addItem', { topic, item: 'item-0001', kind: 'bisogno', text: 'una riga' });
  return topic;
};
const merge = (g: Bench) => {
  const [from, into] = two(g);
  g.done(other, 'offerMerge', { merge: 'merge-0001', from, into });
  return { merge: 'merge-0001' };
};
const swap = (g: Bench) => {
  const theirs = g.place(owner, topicOf(g), SLOTS[0], ROOMS[0]);
  const mine = g.place(other, g.topic(other, 'di un’altra'), SLOTS[0], ROOMS[1]);
  g.done(other, 'offerSwap', { swap: 'swap-0001', mine, theirs });
  return { swap: 'swap-0001' };
};
const cluster = (g: Bench) => {
  const [topic, more] = two(g);
  g.done(owner, 'makeCluster', { cluster: 'cluster-01', name: 'insieme', topics: [topic] });
  return { topic, more };
};
const action = (g: Bench) => {
  g.done(owner, 'startAction', { action: 'action-001', title: 'un passo' });
  return 'action-001';
};
const holder = { id: 'account-1', role: 'owner', seat: null } as const;
const voting = (g: Bench) => {
  const topic = topicOf(g);
  g.done(holder, 'openVoting', { quota: 5 });
  return topic;
};
const paper = (g: Bench) => {
  const topic = voting(g);
  g.done(holder, 'enterPaperVotes', { batch: 'batch-0001', voters: 2, dots: { [topic]: 3 } });
};
const lit = (g: Bench) => {
  const topic = topicOf(g);
  g.done(owner, 'joinQueue', { topic });
  return topic;
};
const day = '2014-05-17';
const row = { kind: 'bisogno', text: 'un’altra riga' };

export const CASES: Record<keyof GatheringDeeds, Case> = {
  openGathering: {
    what: 'open the gathering',
    blank: true,
    ask: () => ({ gathering: 'gathering-2', code: 'ALTRA', title: 'x', question: '', days: [day] }),
  },
  reviseGathering: {
    what: 'correct its title, question, place',
    ask: () => ({
      title: 'x',
      question: '',
      sponsor: '',
      venue: '',
      fifthPrinciple: false,
      minors: false,
    }),
  },
  nameSectors: {
    what: 'name the sectors, or have none',
    ask: () => ({ sectors: SECTORS.map((id, i) => ({ id, name: i === 0 ? 'Scuole' : '' })) }),
  },
  nameStrands: { what: 'name the strands, or have none', ask: () => ({ strands: [] }) },
  hangMap: { what: 'hang the map of the hall', ask: () => ({ hash: 'b'.repeat(64), w: 40, h: 30 }) },
  markSpace: {
    what: 'say where a space is on the map',
    ask: () => ({ space: 'room-001', at: { x: 10, y: 20 } }),
  },
  takeMapDown: {
    what: 'take the map of the hall away',
    ask: (g) => {
      g.done(holder, 'hangMap', { hash: 'b'.repeat(64), w: 40, h: 30 });
      return {};
    },
  },
  nameNetwork: { what: 'say which Wi-Fi the hall has', ask: () => ({ network: 'Sala civica' }) },
  announce: { what: 'announce', ask: () => ({ announcement: 'announce-1', text: 'si ricomincia' }) },
  withdrawAnnouncement: {
    what: 'take an announcement back',
    ask: (g) => {
      g.done(holder, 'announce', { announcement: 'announce-1', text: 'si ricomincia' });
      return { announcement: 'announce-1' };
    },
  },
  changePhase: { what: 'say which phase it is', ask: () => ({ phase: 'concluded' }) },
  ringGong: { what: 'ring the gong', ask: () => ({}) },
  showScene: { what: 'choose what the wall shows', ask: () => ({ scene: 'board' }) },
  startTimer: { what: 'start the timer', ask: () => ({ minutes: 5 }) },
  stopTimer: {
    what: 'stop the timer',
    ask: (g) => {
      g.done(holder, 'startTimer', { minutes: 5 });
      return {};
    },
  },
  changeDay: { what: 'change a day', ask: () => ({ from: day, to: '2014-05-24' }) },
  discardGathering: {
    what: 'throw away a gathering nobody entered',
    blank: true,
    ask: () => ({ discarded: true }),
  },
  addSlot: {
    what: 'add a slot',
    ask: () => ({ id: 'slot-009', day, label: 'sera', start: '18:00', end: '19:00' }),
  },
  reviseSlot: {
    what: 'correct a slot',
    ask: () => ({ slot: SLOTS[0], day, label: 'altro', start: '10:00', end: '11:00' }),
  },
  releaseSlot: { what: 'hold back or release a slot', ask: () => ({ slot: SLOTS[2], released: true }) },
  addSpace: { what: 'add a space', ask: () => ({ id: 'room-009', name: 'Noce' }) },
  reviseSpace: {
    what: 'correct a space',
    ask: () => ({ space: ROOMS[0], name: 'Noce', stepFree: true, note: '' }),
  },
  releaseSpace: { what: 'hold back or release a space', ask: () => ({ space: ROOMS[2], released: false }) },
  takeSeat: { what: 'take a seat', ask: () => ({ seat: 'seat-new-one', sector: null }) },
  eraseSeat: { what: 'erase a person', ask: () => ({ seat: OWNER }) },
  joinQueue: { what: 'queue to say a topic aloud', ask: (g) => ({ topic: topicOf(g) }) },
  leaveQueue: { what: 'leave the queue', ask: (g) => ({ topic: lit(g) }) },
  skipTurn: {
    what: 'let a turn pass',
    ask: (g) => {
      const topic = lit(g);
      lit(g);
      return { topic };
    },
  },
  callNext: {
    what: 'call the next turn',
    ask: (g) => {
      lit(g);
      return {};
    },
  },
  endSpotlight: {
    what: 'end a turn',
    ask: (g) => {
      lit(g);
      g.done(holder, 'callNext', {});
      return {};
    },
  },
  proposeTopic: { what: 'propose a topic', ask: () => ({ topic: 'topic-new1', title: 'nuovo' }) },
  reviseTopic: {
    what: 'reword a topic',
    ask: (g) => ({ topic: topicOf(g), title: 'altro', line: '', strands: [] }),
  },
  withdrawTopic: { what: 'withdraw a topic', ask: (g) => ({ topic: topicOf(g) }) },
  restoreTopic: {
    what: 'bring a withdrawn topic back',
    ask: (g) => {
      const topic = topicOf(g);
      g.done(owner, 'withdrawTopic', { topic });
      return { topic };
    },
  },
  adoptTopic: {
    what: 'take on a topic that nobody convenes',
    ask: (g) => {
      g.done(other, 'proposeTopic', { topic: 'topic-free', title: 'di nessuno', takeOn: false });
      return { topic: 'topic-free' };
    },
  },
  offerToConvene: {
    what: 'offer to convene beside',
    ask: (g) => ({ topic: g.topic(other, 'di un’altra') }),
  },
  acceptCoConvener: {
    what: 'accept who offers to convene beside',
    ask: (g) => {
      const topic = topicOf(g);
      g.done(other, 'offerToConvene', { topic });
      return { topic, seat: OTHER };
    },
  },
  leaveConvening: { what: 'stop convening', ask: (g) => ({ topic: topicOf(g) }) },
  splitTopic: {
    what: 'part a topic in two',
    ask: (g) => ({ topic: 'topic-new1', from: topicOf(g), title: 'una parte' }),
  },
  offerMerge: {
    what: 'offer to merge two topics',
    ask: (g) => {
      const [from, into] = two(g);
      return { merge: 'merge-0001', from, into };
    },
  },
  acceptMerge: { what: 'accept a merge', ask: merge },
  declineMerge: { what: 'decline a merge', ask: merge },
  undoMerge: {
    what: 'undo a merge',
    ask: (g) => {
      const offered = merge(g);
      g.done(owner, 'acceptMerge', offered);
      return offered;
    },
  },
  markInterest: {
    what: 'care for a topic',
    ask: (g) => ({ topic: g.topic(other, 'di un’altra'), on: true }),
  },
  placeTopic: {
    what: 'take a cell for a topic',
    ask: (g) => ({ session: 'session-01', topic: topicOf(g), slot: SLOTS[0], space: PORCH }),
  },
  moveSession: {
    what: 'move a session',
    ask: (g) => ({ session: placed(g).session, slot: SLOTS[1], space: PORCH }),
  },
  cancelSession: {
    what: 'free a cell (whoever facilitates: only of a topic withdrawn or merged)',
    ask: (g) => ({ session: placed(g).session }),
  },
  offerSwap: {
    what: 'offer to swap cells',
    ask: (g) => {
      const mine = g.place(owner, topicOf(g), SLOTS[0], ROOMS[0]);
      const theirs = g.place(other, g.topic(other, 'di un’altra'), SLOTS[0], ROOMS[1]);
      return { swap: 'swap-0001', mine, theirs };
    },
  },
  acceptSwap: { what: 'accept a swap', ask: swap },
  declineSwap: { what: 'decline a swap', ask: swap },
  startSession: { what: 'start a session', ask: (g) => ({ session: placed(g).session }) },
  resumeSession: {
    what: 'go on with a session ended by mistake',
    ask: (g) => {
      const { session } = running(g);
      g.done(owner, 'endSession', { session });
      return { session };
    },
  },
  endSession: { what: 'end a session', ask: (g) => ({ session: running(g).session }) },
  takeNotes: { what: 'take up the notes of a circle', ask: (g) => ({ session: running(g).session }) },
  askForHelp: { what: 'ask the people who help to come', ask: () => ({ call: 'call-0009' }) },
  closeHelp: {
    what: 'say that somebody has come',
    ask: (g) => {
      g.done(owner, 'askForHelp', { call: 'call-0001' });
      return { call: 'call-0001' };
    },
  },
  moveTo: { what: 'go to a circle', ask: (g) => ({ to: running(g).session }) },
  writeNote: {
    what: 'write a note',
    ask: (g) => ({ note: 'note-0009', topic: g.topic(other, 'x'), kind: 'altro', text: 'parole' }),
  },
  reviseNote: { what: 'reword a note', ask: (g) => ({ note: noteOf(g), kind: 'altro', text: 'altre' }) },
  withdrawNote: { what: 'withdraw a note', ask: (g) => ({ note: noteOf(g) }) },
  restoreNote: {
    what: 'bring a withdrawn note back',
    ask: (g) => {
      const note = noteOf(g);
      g.done(owner, 'withdrawNote', { note });
      return { note };
    },
  },
  beginReport: { what: 'begin a report', ask: (g) => ({ topic: topicOf(g) }) },
  writeReport: {
    what: 'write in a report',
    ask: (g) => ({ topic: topicOf(g), field: 'summary', text: 'si è detto', rev: 0 }),
  },
  setOutcome: { what: 'say how a circle went', ask: (g) => ({ topic: topicOf(g), outcome: 'nobody' }) },
  publishReport: { what: 'hang a report on the wall', ask: (g) => ({ topic: reported(g) }) },
  verifyReport: {
    what: 'check a report against the paper',
    ask: (g) => {
      const topic = reported(g);
      g.done(owner, 'publishReport', { topic });
      return { topic };
    },
  },
  unverifyReport: {
    what: 'take such a check back',
    ask: (g) => {
      const topic = reported(g);
      g.done(owner, 'publishReport', { topic });
      g.done(holder, 'verifyReport', { topic });
      return { topic };
    },
  },
  addItem: { what: 'add a row to a report', ask: (g) => ({ topic: topicOf(g), item: 'item-0002', ...row }) },
  reviseItem: {
    what: 'reword a row',
    ask: (g) => ({ topic: reported(g), item: 'item-0001', rev: 1, ...row }),
  },
  removeItem: { what: 'take a row away', ask: (g) => ({ topic: reported(g), item: 'item-0001', rev: 1 }) },
  attachPhoto: {
    what: 'attach a photograph',
    ask: (g) => ({ topic: topicOf(g), photo: 'photo-001', hash: 'a'.repeat(64), w: 10, h: 10 }),
  },
  removePhoto: {
    what: 'take a photograph away',
    ask: (g) => {
      const topic = topicOf(g);
      g.done(owner, 'attachPhoto', { topic, photo: 'photo-001', hash: 'a'.repeat(64), w: 9, h: 9 });
      return { topic, photo: 'photo-001' };
    },
  },
  flagText: { what: 'flag personal data', ask: (g) => ({ what: 'note', id: noteOf(g) }) },
  hideText: {
    what: 'withhold a text, with a reason',
    ask: (g) => ({ what: 'note', id: noteOf(g), reason: 'offensivo' }),
  },
  restoreText: {
    what: 'give a withheld text back',
    ask: (g) => {
      const note = noteOf(g);
      g.done(owner, 'flagText', { what: 'note', id: note });
      return { what: 'note', id: note, reason: '' };
    },
  },
  clearText: {
    what: 'clear a withheld text from the log for good',
    ask: (g) => {
      const note = noteOf(g);
      g.done(owner, 'flagText', { what: 'note', id: note });
      return { what: 'note', id: note };
    },
  },
  openVoting: { what: 'open the vote', ask: () => ({ quota: 5 }) },
  closeVoting: {
    what: 'close the vote',
    ask: (g) => {
      voting(g);
      return {};
    },
  },
  reopenVoting: {
    what: 'reopen the vote, with a reason',
    ask: (g) => {
      voting(g);
      g.done(holder, 'closeVoting', {});
      return { reason: 'per sbaglio' };
    },
  },
  placeDots: { what: 'give one’s own dots', ask: (g) => ({ topic: voting(g), dots: 2 }) },
  enterPaperVotes: {
    what: 'enter dots counted on paper',
    ask: (g) => ({ batch: 'batch-0001', voters: 1, dots: { [voting(g)]: 3 } }),
  },
  withdrawVote: {
    what: 'take back a vote that nobody used',
    ask: (g) => {
      g.done(holder, 'openVoting', { quota: 3 });
      return {};
    },
  },
  withdrawPaperVotes: {
    what: 'take a paper batch back',
    ask: (g) => {
      paper(g);
      return { batch: 'batch-0001' };
    },
  },
  makeCluster: {
    what: 'lay topics side by side',
    ask: (g) => ({ cluster: 'cluster-01', name: 'insieme', topics: [topicOf(g)] }),
  },
  joinCluster: {
    what: 'bring a topic into a cluster',
    ask: (g) => {
      cluster(g);
      return { cluster: 'cluster-01', topic: topicOf(g) };
    },
  },
  leaveCluster: {
    what: 'take a topic out of a cluster',
    ask: (g) => ({ cluster: 'cluster-01', topic: cluster(g).topic }),
  },
  renameCluster: {
    what: 'rename a cluster',
    ask: (g) => {
      cluster(g);
      return { cluster: 'cluster-01', name: 'altro nome' };
    },
  },
  initiateCluster: {
    what: 'begin the work of a cluster',
    ask: (g) => {
      cluster(g);
      return { cluster: 'cluster-01' };
    },
  },
  startAction: { what: 'start an action group', ask: () => ({ action: 'action-009', title: 'un passo' }) },
  reviseAction: { what: 'reword an action', ask: (g) => ({ action: action(g), title: 'un altro passo' }) },
  joinAction: {
    what: 'join an action',
    ask: (g) => {
      g.done(other, 'startAction', { action: 'action-002', title: 'un passo' });
      return { action: 'action-002', on: true };
    },
  },
  leadAction: { what: 'stop leading an action', ask: (g) => ({ action: action(g), on: false }) },
  markAction: { what: 'mark an action done', ask: (g) => ({ action: action(g), status: 'done' }) },
  shareIdea: { what: 'share an idea', ask: () => ({ idea: 'idea-0009', text: 'un’idea' }) },
  reviseIdea: {
    what: 'reword an idea',
    ask: (g) => {
      g.done(owner, 'shareIdea', { idea: 'idea-0002', text: 'un’idea' });
      return { idea: 'idea-0002', text: 'un’altra', kind: 'altro' };
    },
  },
  withdrawIdea: {
    what: 'withdraw an idea',
    ask: (g) => {
      g.done(owner, 'shareIdea', { idea: 'idea-0001', text: 'un’idea' });
      return { idea: 'idea-0001' };
    },
  },
  setProgramme: {
    what: 'set prompts, speakers, minutes',
    ask: () => ({ prompts: [], speakers: [], materials: [], minutes: 'x' }),
  },
  showPrompt: {
    what: 'say which prompt is talked about',
    ask: (g) => {
      const prompts = [{ id: 'prompt-01', text: 'Che cosa vedete?' }];
      g.done(holder, 'setProgramme', { prompts, speakers: [], materials: [], minutes: '' });
      return { prompt: 'prompt-01' };
    },
  },
  setClosingWord: { what: 'ask for a closing word', ask: () => ({ on: true }) },
  sayWord: {
    what: 'say one’s closing word',
    ask: (g) => {
      g.done(holder, 'setClosingWord', { on: true });
      return { word: 'word-0001', text: 'grazie' };
    },
  },
  signBook: { what: 'be in the index of the book, or no longer', ask: () => ({ signs: true }) },
  allowCompletion: { what: 'let reports be completed later', ask: () => ({ days: 7 }) },
  freezeRecord: { what: 'seal the record', ask: (g) => ({ hash: 'b'.repeat(64), upTo: g.state.seq }) },
  forgetAuthors: {
    what: 'destroy what tells the authors of unsigned acts',
    ask: () => ({ lost: false }),
  },
  restoreFlagged: {
    what: 'show again all that one hand has flagged',
    ask: (g) => {
      const thing = { what: 'note', id: noteOf(g) };
      g.done(other, 'flagText', thing);
      return thing;
    },
  },
};
