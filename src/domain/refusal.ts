/** Every refusal's code; each has a sentence for people in src/i18n. */

export const REFUSALS = [
  // the wire
  'malformed',
  'unknown_command',
  'wrong_protocol',
  'too_large',
  'too_fast',
  'busy',
  'unreachable',
  'not_caught_up',
  // entrance and office
  'unknown_code',
  'closed_gathering',
  'discarded_gathering',
  'notice_incomplete',
  'people_entered',
  'no_seat',
  'not_signed_in',
  'not_allowed',
  'unknown_seat',
  'erased_seat',
  'has_phone',
  'wrong_recovery_code',
  'expired_link',
  'wrong_passphrase',
  'common_passphrase',
  'label_taken',
  'no_cookies',
  // any text
  'blank_text',
  'text_too_long',
  // anything with an id
  'id_already_used',
  'unknown_thing',
  'nothing_to_change',
  'archived',
  'stale_version',
  // the gathering
  'already_open',
  'wrong_phase',
  'unknown_phase',
  'missing_reason',
  'bad_time',
  'slot_overlaps',
  'too_many_days',
  'last_of_its_kind',
  'in_use',
  'prompt_answered',
  // topics and market
  'not_convener',
  'not_author',
  'authors_forgotten',
  'topic_withdrawn',
  'topic_merged',
  'topic_hidden',
  'has_convener',
  'cell_taken',
  'cell_held_back',
  'convener_clash',
  'already_placed',
  'already_started',
  'not_started',
  'already_ended',
  'same_topic',
  'circular_merge',
  'no_such_offer',
  'offer_gone',
  'already_offered',
  'already_queued',
  'not_queued',
  // circles, notes, reports
  'already_here',
  'not_in_circle',
  'hidden_text',
  'flags_spent',
  'not_note_taker',
  'report_exists',
  'report_published',
  'report_empty',
  'not_an_image',
  'image_too_large',
  'consent_missing',
  'no_map_picture',
  // votes, clusters, actions
  'voting_closed',
  'voting_open',
  'votes_given',
  'over_quota',
  'not_votable',
  'paper_over_quota',
  'in_cluster',
  'not_initiator',
  // rehearsals
  'not_a_rehearsal',
  'only_rehearsed',
  'hall_full',
  // the record
  'frozen',
  'not_frozen',
  'link_expired',
  // programming
  'outcome_without_reason',
  'code_in_use',
  'people_came_in',
  'circular_predecessor',
  'evidence_withheld',
  'not_whole_quote',
  'own_first_reading',
  'bad_amount',
  'bad_date',
  'duplicate_code',
  'goal_incomplete',
  'undo_in_order',
  'path_has_work',
  'path_discarded',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

/** `detail` fills the sentence and offers the way out, such as the free cells beside a taken one. */
export type Refusal = { refused: RefusalCode; detail?: Record<string, unknown> };

export const refuse = (code: RefusalCode, detail?: Record<string, unknown>): Refusal =>
  detail ? { refused: code, detail } : { refused: code };

export const isRefusal = (x: unknown): x is Refusal => typeof x === 'object' && x !== null && 'refused' in x;
