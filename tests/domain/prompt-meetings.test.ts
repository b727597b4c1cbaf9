/** The path's other meetings: prompts instead of a market, ideas to each, on the same engine. */
import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { inspirationFor } from '@/domain/programming/inspiration';
import { programming } from '@/domain/programming/catalogue';
import { bench, id, office, person } from './given';

const PROMPTS = [
  { id: 'prompt-01', text: 'Che cosa vedete cambiare?' },
  { id: 'prompt-02', text: 'Che cosa vi serve?' },
];
const programme = (prompts = PROMPTS) => ({ prompts, speakers: [], materials: [], minutes: '' });
const planner = office('planner');
const helper = office('helper', 'account-3');

const january = () => {
  const g = bench(gathering);
  g.done(office('owner'), 'openGathering', {
    gathering: 'gathering-january',
    code: 'ASCOLTO',
    format: 'listening',
    title: 'Ascolto del volontariato',
    question: '',
    days: ['2014-01-20'],
  });
  const anna = person('seat-anna');
  g.done(anna, 'takeSeat', { seat: 'seat-anna', sector: 'volontariato' });
  g.done(planner, 'setProgramme', programme());
  const share = (text: string, prompt: string | null = 'prompt-01') => {
    const idea = id('idea');
    g.done(anna, 'shareIdea', { idea, text, prompt, kind: 'bisogno' });
    return idea;
  };
  return { ...g, g, anna, share };
};

describe('a listening meeting', () => {
  it('[S24] ideas come to a prompt, numbered, with the sector of who says them; a prompt that isn’t is refused', () => {
    const g = january();
    const idea = g.share('Più tempo');
    expect(g.state.ideas[idea]).toMatchObject({ n: 1, prompt: 'prompt-01', sector: 'volontariato' });
    expect(g.open.ideas[idea]).toMatchObject({ n: 1, prompt: 'prompt-01', sector: null });
    const stray = { idea: id('idea'), text: 'Altrove', prompt: 'prompt-99' };
    expect(g.refusal(g.anna, 'shareIdea', stray)).toBe('unknown_thing');
    expect(g.refusal(office(), 'showPrompt', { prompt: 'prompt-99' })).toBe('unknown_thing');
    g.done(office(), 'showPrompt', { prompt: 'prompt-02' });
    expect(g.open.prompt).toBe('prompt-02');
    // The highlighted prompt guides, it does not lock.
    g.share('Ancora alla prima domanda');
  });

  it('[I9] an idea is corrected with its history kept; on paper it keeps the paper’s time and sector', () => {
    const g = january();
    const idea = g.share('Più tempo');
    g.done(g.anna, 'reviseIdea', { idea, text: 'Più tempo per ascoltare', kind: 'bisogno' });
    expect(g.state.ideas[idea]?.versions.map((v) => v.text)).toEqual(['Più tempo']);
    expect(g.refusal(person('seat-bruno'), 'reviseIdea', { idea, text: 'x', kind: 'altro' })).toBe(
      'not_author',
    );
    const paper = id('idea');
    const saidAt = Date.UTC(2014, 0, 20, 17, 30);
    const ask = { idea: paper, text: 'Dal foglio', prompt: 'prompt-02', sector: 'istituzioni' };
    g.done(helper, 'shareIdea', ask, { origin: 'carta', saidAt });
    expect(g.state.ideas[paper]).toMatchObject({ origin: 'carta', saidAt, sector: 'istituzioni' });
    expect(g.open.ideas[paper]).toMatchObject({ origin: 'carta', saidAt, sector: null });
  });

  it('a prompt with ideas may be reworded, not removed; one without goes, and its light with it', () => {
    const g = january();
    g.share('Più tempo');
    expect(g.refusal(planner, 'setProgramme', programme([]))).toBe('prompt_answered');
    g.done(office(), 'showPrompt', { prompt: 'prompt-02' });
    g.done(planner, 'setProgramme', programme([{ id: 'prompt-01', text: 'Con altre parole?' }]));
    expect(g.state.prompt).toBeNull();
  });

  it('[E22][E23] a withheld idea is nowhere in the public state, nor are its earlier words', () => {
    const g = january();
    const idea = g.share('La signora di via Tale');
    g.done(g.anna, 'reviseIdea', { idea, text: 'La signora di via Tale, 3', kind: 'altro' });
    g.done(g.anna, 'flagText', { what: 'idea', id: idea });
    expect(JSON.stringify(g.open)).not.toContain('via Tale');
    const late = gathering.replay(g.facts.map((f) => gathering.seenBy({ kind: 'public' }, g.state, f)));
    expect(JSON.stringify(late)).not.toContain('via Tale');
  });
});

describe('January’s ideas at the Open Space', () => {
  it('[S24] are there to be read, without names or sectors; what is withheld or taken back is not', () => {
    const g = january();
    const kept = g.share('Più tempo');
    const hidden = g.share('Parole da non dire');
    g.done(office(), 'hideText', { what: 'idea', id: hidden, reason: 'altro' });
    g.done(g.anna, 'withdrawIdea', { idea: g.share('Ripensandoci') });
    const path = bench(programming);
    path.done(office('owner'), 'openPath', { path: id('path'), code: 'PATTO', title: 'Patto', year: 2014 });
    const read = inspirationFor(path.state, [g.state], 'gathering-may');
    expect(read).toEqual([
      { id: kept, text: 'Più tempo', kind: 'bisogno', where: 'Ascolto del volontariato' },
    ]);
    expect(inspirationFor(path.state, [g.state], 'gathering-january')).toEqual([]);
  });

  it('a topic may say which ideas moved it; none is made from them', () => {
    const g = january();
    const idea = g.share('Più tempo');
    const topic = id('topic');
    g.done(g.anna, 'proposeTopic', { topic, title: 'Il tempo della cura', ideas: [idea] });
    expect(g.state.topics[topic]?.ideas).toEqual([idea]);
    expect(g.state.topicOrder).toHaveLength(1);
  });
});
