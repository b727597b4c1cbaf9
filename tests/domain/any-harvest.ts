/** Random commands for the harvest and the path's other meetings, with ids that match: half sensible, half nonsense. */
import fc from 'fast-check';

const one = <T>(xs: readonly T[]) => fc.constantFrom(...xs);

export function anyHarvest({
  topics,
  sessions,
  notes,
  seats,
  secret,
}: Record<'topics' | 'sessions' | 'notes' | 'seats', readonly string[]> & { secret: string }) {
  const items = ['item-00001', 'item-00002'];
  const ideas = ['idea-00001', 'idea-00002'];
  const actions = ['action-001', 'action-002'];
  const clusters = ['cluster-01', 'cluster-02'];
  const prompts = ['prompt-001', 'prompt-002'];
  const said = one([secret, 'parole']);
  const asks = (type: string | readonly string[], ask: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record({
      type: typeof type === 'string' ? fc.constant(type) : one(type),
      ask: fc.record(ask) as fc.Arbitrary<object>,
    });
  const row = { topic: one(topics), item: one(items) };
  return [
    asks('addItem', { ...row, kind: one(['bisogno', 'proposta']), text: said, who: said }),
    asks('reviseItem', { ...row, kind: fc.constant('richiesta'), text: said, rev: one([1, 2]) }),
    asks('removeItem', { ...row, rev: one([1, 2]) }),
    asks('setOutcome', { topic: one(topics), outcome: one(['circle', 'only_convener', 'nobody']) }),
    asks('attachPhoto', {
      topic: one(topics),
      photo: one(['photo-0001', 'photo-0002']),
      hash: fc.constant('a'.repeat(64)),
      w: fc.constant(8),
      h: fc.constant(8),
    }),
    asks(['verifyReport', 'unverifyReport'], { topic: one(topics) }),
    asks('splitTopic', { topic: one(topics), from: one(topics), title: said }),
    asks('reviseTopic', { topic: one(topics), title: said, line: said, strands: fc.constant([]) }),
    asks(['callNext', 'endSpotlight', 'ringGong'], {}),
    asks('enterPaperVotes', {
      batch: one(['batch-0001', 'batch-0002']),
      voters: one([1, 2]),
      dots: fc.dictionary(one(topics), one([0, 2, 9]), { maxKeys: 2 }),
    }),
    asks('withdrawPaperVotes', { batch: one(['batch-0001', 'batch-0002']) }),
    asks(['joinCluster', 'leaveCluster'], { cluster: one(clusters), topic: one(topics) }),
    asks('initiateCluster', { cluster: one(clusters) }),
    asks('startAction', { action: one(actions), title: said, nextStep: said }),
    asks('reviseAction', { action: one(actions), title: said }),
    asks(['joinAction', 'leadAction'], { action: one(actions), on: fc.boolean() }),
    asks('setProgramme', {
      prompts: fc.uniqueArray(
        one(prompts).map((id) => ({ id, text: 'Che cosa vedete?' })),
        { selector: (p) => p.id },
      ),
      speakers: fc.constant([]),
      materials: fc.constant([]),
      minutes: fc.constant(''),
    }),
    asks('showPrompt', { prompt: one([...prompts, null]) }),
    asks('shareIdea', { idea: one(ideas), text: said, prompt: one([...prompts, null]) }),
    asks('reviseIdea', { idea: one(ideas), text: said, kind: fc.constant('altro') }),
    asks('withdrawIdea', { idea: one(ideas) }),
    asks('setClosingWord', { on: fc.boolean() }),
    asks('sayWord', { word: one(['word-00001', 'word-00002']), text: said }),
    asks(['flagText', 'hideText', 'restoreText'], {
      what: fc.constant('note'),
      id: one(notes),
      reason: fc.constant('altro'),
    }),
    asks(['hideText', 'restoreText'], {
      what: fc.constant('item'),
      id: one(items),
      reason: fc.constant('altro'),
    }),
    asks(['hideText', 'restoreText'], {
      what: fc.constant('idea'),
      id: one(ideas),
      reason: fc.constant('altro'),
    }),
    asks(['hideText', 'restoreText'], {
      what: fc.constant('action'),
      id: one(actions),
      reason: fc.constant('altro'),
    }),
    asks('changePhase', { phase: one(['market', 'sessions', 'voting', 'completing', 'concluded']) }),
    asks('allowCompletion', { days: one([1, 7]) }),
    asks('eraseSeat', { seat: one(seats) }),
    asks('startSession', { session: one(sessions) }),
  ];
}
