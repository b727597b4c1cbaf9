/** Taking a seat, and what readers know of it. */
import { describe, expect, it } from 'vitest';
import { person } from './given';
import { opened } from './opened';

const MORE = { subgroup: 'giovani_migranti', municipality: 'Soliera', newVoice: true };

describe('a seat', () => {
  it('[E36] where there are minors keeps the sector and nothing more, whatever was sent', () => {
    const g = opened();
    g.done(person('seat-grown'), 'takeSeat', { seat: 'seat-grown', sector: 'volontariato', ...MORE });
    expect(g.state.seats['seat-grown']).toMatchObject(MORE);
    const { title, question, sponsor, venue, fifthPrinciple } = g.state;
    g.done({ id: 'account-1', role: 'owner', seat: null }, 'reviseGathering', {
      title,
      question,
      sponsor,
      venue,
      fifthPrinciple,
      minors: true,
    });
    const young = g.done(person('seat-young'), 'takeSeat', {
      seat: 'seat-young',
      sector: 'gruppi_innovativi',
      ...MORE,
    });
    const nothing = { subgroup: null, municipality: null, newVoice: false };
    expect(young.data).toEqual({ seat: 'seat-young', n: 2, sector: 'gruppi_innovativi', ...nothing });
    expect(g.state.seats['seat-young']).toMatchObject({ sector: 'gruppi_innovativi', ...nothing });
  });
});
