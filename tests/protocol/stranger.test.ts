import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFUSALS } from '@/domain/refusal';
import { PROTOCOL } from '@/protocol/wire';
import { openSpace, testHouse, until } from '../server/house';
import { Stranger } from './stranger';

describe('docs/protocol.md', () => {
  it('a client written from it alone joins, proposes, is answered twice alike, and catches up', async () => {
    const house = await testHouse();
    await openSpace(house);
    const [anna, bruno] = [new Stranger(house.url, 'PROVA'), new Stranger(house.url, 'PROVA')];
    const seat = await anna.join('Una che viene da fuori');
    await bruno.join('Un altro');
    await anna.connect();
    await bruno.connect();
    const ask = { topic: 'topic-of-anna', title: 'Chi cura chi cura?' };
    const answer = await anna.command('command-1', 'proposeTopic', ask);
    expect(answer.ok).toBe(true);
    expect(await anna.command('command-1', 'proposeTopic', ask)).toEqual(answer);
    await until('bruno has it', () => bruno.facts.some((f) => f.cmd === 'command-1'));
    expect(bruno.labels[seat]).toBe('Una che viene da fuori');
    bruno.leave();
    await anna.command('command-2', 'markInterest', { topic: 'topic-of-anna', on: true });
    await bruno.connect();
    const missed = bruno.facts.find((f) => f.cmd === 'command-2');
    expect(missed).toMatchObject({ type: 'interestMarked', by: null });
    expect(await bruno.command('command-3', 'withdrawTopic', { topic: 'topic-of-anna' })).toMatchObject({
      ok: false,
      refused: 'not_convener',
    });
    anna.leave();
    bruno.leave();
    await house.close();
    house.remove();
  });

  it('names the version and every refusal', () => {
    const text = readFileSync('docs/protocol.md', 'utf8');
    expect(text).toContain(`# The wire, version ${PROTOCOL}`);
    expect(REFUSALS.filter((code) => !text.includes(`| \`${code}\` `))).toEqual([]);
  });
});
