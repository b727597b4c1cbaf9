/** A topic as the wall shows it: its number, its title or that it is withheld, its strands. */
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import type { Say } from '@/i18n/say';
import type { WallTopic } from '@/ui/wall-strands';

export const wallTopic = (topic: Topic | undefined, say: Say): WallTopic => ({
  number: topicNumber(topic?.n ?? 0),
  title: topic?.title || say('wall.hidden'),
  strands: topic?.strands ?? [],
});
