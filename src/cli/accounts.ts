/** The verbs `audit`, `key` and `retention`: accounts, and the time that people's names are kept. */
import { readConfig } from '@/server/config';
import { Accounts, foldedName, KEY_HOURS } from '@/server/identity/accounts';
import { takeFolder } from '@/server/database/data-folder';
import { Streams } from '@/server/streams/streams';
import { Erasure } from '@/server/upkeep/erasure';
import { retain } from '@/server/upkeep/retention';
import { TrustedClock } from '@/server/upkeep/trusted-clock';
import { openStreams } from './open-streams';
import { usage, type Verb } from './usage';

export const audit: Verb = ([last = '200']) => {
  const streams = openStreams();
  const accounts = new Accounts(streams.store, streams.clock);
  const names = new Map(accounts.list().map((a) => [a.id, a.name]));
  for (const line of accounts.trail().slice(-Number(last)))
    console.log(
      [new Date(line.at).toISOString(), names.get(line.who) ?? line.who, line.what, line.about].join('\t'),
    );
  return 0;
};

export const key: Verb = ([name]) => {
  if (!name) return usage('Whose? Give the name of the account.');
  const { publicUrl, port } = readConfig();
  const streams = openStreams(true);
  const accounts = new Accounts(streams.store, streams.clock);
  const here = accounts.list().filter((a) => a.revokedAt === null);
  const about = here.find((a) => foldedName(a.name) === foldedName(name.trim()));
  if (!about) {
    console.error(`There is no account called ${name}. There are: ${here.map((a) => a.name).join(', ')}`);
    return 1;
  }
  const link = accounts.resetKey(about, 'operator');
  console.log(`For ${about.name}, once, within ${KEY_HOURS} hours:`);
  console.log(`${publicUrl ?? `http://localhost:${port}`}${link}`);
  return 0;
};

export const retention: Verb = (_, options) => {
  const { folder, database } = readConfig();
  const { store, secret } = takeFolder(folder, database);
  const streams = new Streams(store, secret);
  const trusted = new TrustedClock(folder, store, streams.clock);
  const leap = trusted.leap();
  if (leap && !trusted.confirm(String(options.today))) {
    console.error(
      `The clock of this machine says ${leap.today}, ${Math.abs(leap.days)} days ${leap.days > 0 ? 'after' : 'before'} the time the server last lived. If that is today's date: retention --today ${leap.today}`,
    );
    return 1;
  }
  const accounts = new Accounts(store, streams.clock, () => trusted.now());
  const done = retain(streams, accounts, folder, undefined, undefined, trusted.now());
  if (done.length > 0) new Erasure(store, streams, folder).sweep();
  for (const { code, people } of done) console.log(`${code}: ${people} labels taken away`);
  if (done.length === 0) console.log('Nothing is old enough.');
  return 0;
};
