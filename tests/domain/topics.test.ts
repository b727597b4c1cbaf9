import { describe, expect, it } from 'vitest';
import { opened as withMatrix } from './opened';
import { gathering } from '@/domain/gathering/catalogue';
import { topicNumber } from '@/domain/gathering/state/topic';
import { bench, id, office, person } from './given';

const opened = () => {
  const b = bench(gathering);
  b.done(office(), 'openGathering', {
    gathering: id('gathering'),
    code: 'PROVA',
    title: 'Prova',
    question: 'Che cosa?',
    days: ['2014-05-17'],
  });
  return b;
};
const anna = person('seat-anna');
const bruno = person('seat-bruno');

describe('topics', () => {
  it('[I1] a topic needs a title and nothing else', () => {
    const b = opened();
    b.done(anna, 'proposeTopic', { topic: id('topic'), title: 'Chi cura chi cura?' });
    const [topic] = Object.values(b.state.topics);
    expect(topic).toMatchObject({ title: 'Chi cura chi cura?', convener: 'seat-anna', strands: [] });
  });

  it('[I1] a blank title, also of invisible characters, is refused', () => {
    const b = opened();
    for (const title of ['', '   ', '\u200b\u200b', '\u202e'])
      expect(b.refusal(anna, 'proposeTopic', { topic: id('topic'), title })).toBe('blank_text');
  });

  it('[I11] topics are numbered by order of posting', () => {
    const b = opened();
    for (const title of ['uno', 'due', 'tre']) b.done(anna, 'proposeTopic', { topic: id('topic'), title });
    expect(b.state.topicOrder.map((t) => topicNumber(b.state.topics[t]?.n ?? 0))).toEqual([
      'T01',
      'T02',
      'T03',
    ]);
  });

  it('[I4] only its conveners revise a topic, and the old title stays', () => {
    const b = opened();
    const topic = id('topic');
    b.done(anna, 'proposeTopic', { topic, title: 'prima' });
    expect(b.refusal(bruno, 'reviseTopic', { topic, title: 'mio', line: '', strands: [] })).toBe(
      'not_convener',
    );
    b.done(anna, 'reviseTopic', { topic, title: 'dopo', line: '', strands: ['B'] });
    expect(b.state.topics[topic]).toMatchObject({ title: 'dopo', titles: [{ title: 'prima' }] });
    b.done(anna, 'reviseTopic', { topic, title: 'dopo', line: 'una riga', strands: [] });
    expect(b.state.topics[topic]?.titles).toEqual([{ title: 'prima', at: expect.any(Number) }]);
  });

  it('a withdrawn topic comes back to its place where that is free, and without it where it is taken', () => {
    const g = withMatrix();
    const [one, other] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    const topic = g.topic(one);
    const session = g.place(one, topic);
    g.done(one, 'withdrawTopic', { topic });
    expect(g.state.sessions[session]?.state).toBe('cancelled');
    g.done(one, 'restoreTopic', { topic });
    expect(g.state.sessions[session]?.state).toBe('planned');
    g.done(one, 'withdrawTopic', { topic });
    g.place(other, g.topic(other));
    g.done(one, 'restoreTopic', { topic });
    expect(g.state.topics[topic]?.standing).toBe('open');
    expect(g.state.sessions[session]?.state).toBe('cancelled');
  });
});
