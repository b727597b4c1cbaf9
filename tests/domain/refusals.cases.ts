/**
 * For every deed of a gathering, the refusal that answers it in each state of what it is about; `accepted` or no entry
 * where it is done. The commands are those of the table of authority.
 */
import type { GatheringDeeds } from '@/domain/gathering/catalogue';
import type { RefusalCode } from '@/domain/refusal';

type Answer = RefusalCode | 'accepted';
export type Refusals = {
  /** The same once more, by the same person, under another id. */
  twice: Answer;
  /** By the field that names a thing which does not exist. */
  unknown?: Record<string, Answer>;
  /** All topics are so. */
  withdrawn?: Answer;
  merged?: Answer;
  /** All texts are withheld. */
  hidden?: Answer;
  /** All sessions are so. */
  planned?: Answer;
  running?: Answer;
  ended?: Answer;
  cancelled?: Answer;
};

/** The record is sealed by the server, with a hash that it computes. */
export const REFUSALS_OF: Record<Exclude<keyof GatheringDeeds, 'freezeRecord'>, Refusals> = {
  openGathering: { twice: 'already_open' },
  nameNetwork: { twice: 'nothing_to_change' },
  reviseGathering: { twice: 'accepted' },
  changePhase: { twice: 'nothing_to_change' },
  showScene: { twice: 'nothing_to_change' },
  announce: { twice: 'id_already_used' },
  withdrawAnnouncement: { twice: 'nothing_to_change', unknown: { announcement: 'unknown_thing' } },
  startTimer: { twice: 'accepted' },
  stopTimer: { twice: 'nothing_to_change' },
  ringGong: { twice: 'accepted' },
  askForHelp: { twice: 'id_already_used' },
  closeHelp: { twice: 'nothing_to_change', unknown: { call: 'unknown_thing' } },
  changeDay: { twice: 'unknown_thing' },
  discardGathering: { twice: 'nothing_to_change' },
  addSlot: { twice: 'id_already_used' },
  reviseSlot: { twice: 'accepted', unknown: { slot: 'unknown_thing' } },
  releaseSlot: { twice: 'nothing_to_change', unknown: { slot: 'unknown_thing' } },
  addSpace: { twice: 'id_already_used' },
  reviseSpace: { twice: 'accepted', unknown: { space: 'unknown_thing' } },
  releaseSpace: { twice: 'nothing_to_change', unknown: { space: 'unknown_thing' } },
  hangMap: { twice: 'nothing_to_change' },
  takeMapDown: { twice: 'nothing_to_change' },
  markSpace: { twice: 'nothing_to_change', unknown: { space: 'unknown_thing' } },
  takeSeat: { twice: 'id_already_used' },
  eraseSeat: { twice: 'erased_seat', unknown: { seat: 'unknown_seat' } },
  joinQueue: {
    twice: 'already_queued',
    unknown: { topic: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  leaveQueue: { twice: 'not_queued', unknown: { topic: 'not_queued' } },
  callNext: { twice: 'not_queued', withdrawn: 'not_queued', merged: 'not_queued' },
  skipTurn: {
    twice: 'nothing_to_change',
    unknown: { topic: 'not_queued' },
    withdrawn: 'nothing_to_change',
    merged: 'nothing_to_change',
  },
  endSpotlight: { twice: 'nothing_to_change' },
  nameStrands: { twice: 'nothing_to_change' },
  nameSectors: { twice: 'nothing_to_change' },
  proposeTopic: { twice: 'id_already_used' },
  reviseTopic: {
    twice: 'accepted',
    unknown: { topic: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
    hidden: 'hidden_text',
  },
  withdrawTopic: {
    twice: 'topic_withdrawn',
    unknown: { topic: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  restoreTopic: {
    twice: 'nothing_to_change',
    unknown: { topic: 'unknown_thing' },
    merged: 'nothing_to_change',
  },
  adoptTopic: {
    twice: 'has_convener',
    unknown: { topic: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  offerToConvene: {
    twice: 'already_offered',
    unknown: { topic: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  acceptCoConvener: {
    twice: 'no_such_offer',
    unknown: { topic: 'unknown_thing', seat: 'no_such_offer' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  leaveConvening: {
    twice: 'not_convener',
    unknown: { topic: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  splitTopic: {
    twice: 'id_already_used',
    unknown: { from: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  offerMerge: {
    twice: 'id_already_used',
    unknown: { from: 'unknown_thing', into: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  acceptMerge: {
    twice: 'offer_gone',
    unknown: { merge: 'offer_gone' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  declineMerge: { twice: 'offer_gone', unknown: { merge: 'offer_gone' } },
  undoMerge: {
    twice: 'offer_gone',
    unknown: { merge: 'offer_gone' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  markInterest: {
    twice: 'nothing_to_change',
    unknown: { topic: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  placeTopic: {
    twice: 'id_already_used',
    unknown: { topic: 'unknown_thing', slot: 'unknown_thing', space: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  moveSession: {
    twice: 'nothing_to_change',
    unknown: { session: 'unknown_thing', slot: 'unknown_thing', space: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
    ended: 'already_ended',
    cancelled: 'unknown_thing',
  },
  cancelSession: {
    twice: 'unknown_thing',
    unknown: { session: 'unknown_thing' },
    ended: 'already_ended',
    cancelled: 'unknown_thing',
  },
  offerSwap: {
    twice: 'id_already_used',
    unknown: { mine: 'unknown_thing', theirs: 'unknown_thing' },
    running: 'already_started',
    ended: 'already_started',
    cancelled: 'unknown_thing',
  },
  acceptSwap: {
    twice: 'offer_gone',
    unknown: { swap: 'offer_gone' },
    running: 'already_started',
    ended: 'already_started',
    cancelled: 'unknown_thing',
  },
  declineSwap: { twice: 'offer_gone', unknown: { swap: 'offer_gone' } },
  startSession: {
    twice: 'already_started',
    unknown: { session: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
    running: 'already_started',
    ended: 'already_started',
    cancelled: 'unknown_thing',
  },
  endSession: {
    twice: 'already_ended',
    unknown: { session: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
    planned: 'not_started',
    ended: 'already_ended',
    cancelled: 'unknown_thing',
  },
  resumeSession: {
    twice: 'nothing_to_change',
    unknown: { session: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
    planned: 'nothing_to_change',
    running: 'nothing_to_change',
    cancelled: 'unknown_thing',
  },
  takeNotes: {
    twice: 'nothing_to_change',
    unknown: { session: 'unknown_thing' },
    cancelled: 'unknown_thing',
  },
  moveTo: { twice: 'already_here', unknown: { to: 'unknown_thing' }, cancelled: 'already_ended' },
  writeNote: {
    twice: 'id_already_used',
    unknown: { topic: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  reviseNote: { twice: 'nothing_to_change', unknown: { note: 'unknown_thing' }, hidden: 'hidden_text' },
  withdrawNote: { twice: 'nothing_to_change', unknown: { note: 'unknown_thing' } },
  restoreNote: { twice: 'nothing_to_change', unknown: { note: 'unknown_thing' } },
  beginReport: { twice: 'report_exists', unknown: { topic: 'unknown_thing' }, merged: 'topic_merged' },
  writeReport: { twice: 'nothing_to_change', unknown: { topic: 'unknown_thing' }, merged: 'topic_merged' },
  setOutcome: { twice: 'nothing_to_change', unknown: { topic: 'unknown_thing' }, merged: 'topic_merged' },
  publishReport: { twice: 'report_published', unknown: { topic: 'unknown_thing' }, merged: 'topic_merged' },
  verifyReport: { twice: 'nothing_to_change', unknown: { topic: 'report_empty' } },
  unverifyReport: { twice: 'nothing_to_change', unknown: { topic: 'nothing_to_change' } },
  addItem: { twice: 'id_already_used', unknown: { topic: 'unknown_thing' }, merged: 'topic_merged' },
  reviseItem: {
    twice: 'stale_version',
    unknown: { topic: 'unknown_thing', item: 'unknown_thing' },
    merged: 'topic_merged',
    hidden: 'hidden_text',
  },
  removeItem: {
    twice: 'nothing_to_change',
    unknown: { topic: 'unknown_thing', item: 'unknown_thing' },
    merged: 'topic_merged',
    hidden: 'hidden_text',
  },
  attachPhoto: { twice: 'id_already_used', unknown: { topic: 'unknown_thing' }, merged: 'topic_merged' },
  removePhoto: {
    twice: 'unknown_thing',
    unknown: { topic: 'unknown_thing', photo: 'unknown_thing' },
    merged: 'topic_merged',
  },
  hideText: { twice: 'nothing_to_change', unknown: { id: 'unknown_thing' }, hidden: 'nothing_to_change' },
  restoreText: { twice: 'nothing_to_change', unknown: { id: 'unknown_thing' } },
  flagText: { twice: 'nothing_to_change', unknown: { id: 'unknown_thing' }, hidden: 'nothing_to_change' },
  restoreFlagged: {
    twice: 'nothing_to_change',
    unknown: { id: 'unknown_thing' },
    hidden: 'nothing_to_change',
  },
  clearText: { twice: 'nothing_to_change', unknown: { id: 'unknown_thing' } },
  openVoting: { twice: 'voting_open' },
  placeDots: {
    twice: 'nothing_to_change',
    unknown: { topic: 'not_votable' },
    withdrawn: 'not_votable',
    merged: 'not_votable',
  },
  enterPaperVotes: { twice: 'id_already_used', withdrawn: 'not_votable', merged: 'not_votable' },
  withdrawPaperVotes: { twice: 'unknown_thing', unknown: { batch: 'unknown_thing' } },
  closeVoting: { twice: 'voting_closed' },
  reopenVoting: { twice: 'voting_open' },
  withdrawVote: { twice: 'voting_closed' },
  makeCluster: { twice: 'id_already_used', withdrawn: 'topic_withdrawn', merged: 'topic_merged' },
  joinCluster: {
    twice: 'in_cluster',
    unknown: { cluster: 'unknown_thing', topic: 'unknown_thing' },
    withdrawn: 'topic_withdrawn',
    merged: 'topic_merged',
  },
  leaveCluster: { twice: 'unknown_thing', unknown: { cluster: 'unknown_thing', topic: 'nothing_to_change' } },
  renameCluster: { twice: 'nothing_to_change', unknown: { cluster: 'unknown_thing' } },
  initiateCluster: { twice: 'has_convener', unknown: { cluster: 'unknown_thing' } },
  startAction: { twice: 'id_already_used' },
  reviseAction: { twice: 'accepted', unknown: { action: 'unknown_thing' }, hidden: 'hidden_text' },
  joinAction: { twice: 'nothing_to_change', unknown: { action: 'unknown_thing' } },
  leadAction: { twice: 'not_initiator', unknown: { action: 'unknown_thing' } },
  markAction: { twice: 'nothing_to_change', unknown: { action: 'unknown_thing' } },
  shareIdea: { twice: 'id_already_used' },
  reviseIdea: { twice: 'nothing_to_change', unknown: { idea: 'unknown_thing' }, hidden: 'hidden_text' },
  withdrawIdea: { twice: 'nothing_to_change', unknown: { idea: 'unknown_thing' } },
  setProgramme: { twice: 'accepted' },
  showPrompt: { twice: 'nothing_to_change', unknown: { prompt: 'unknown_thing' } },
  setClosingWord: { twice: 'nothing_to_change' },
  sayWord: { twice: 'nothing_to_change' },
  signBook: { twice: 'nothing_to_change' },
  allowCompletion: { twice: 'accepted' },
  forgetAuthors: { twice: 'accepted' },
};
