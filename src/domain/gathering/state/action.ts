/** Plans people take home: topics grouped in clusters, and actions with their next step. */
import type { Hidden } from './hidden';

export type Cluster = {
  id: string;
  name: string;
  topics: string[];
  at: number;
  initiator: string | null;
  dissolved: boolean;
};

export type Action = {
  id: string;
  n: number;
  title: string;
  what: string;
  initiator: string | null;
  adhesions: string[];
  resources: string;
  byWhen: string;
  due: string | null;
  nextStep: string;
  cluster: string | null;
  topic: string | null;
  status: 'open' | 'done' | 'dropped';
  at: number;
  hidden: Hidden | null;
};

/** All action groups, by their number. */
export const actionsInOrder = ({ actions }: { actions: Record<string, Action> }): Action[] =>
  Object.values(actions).sort((a, b) => a.n - b.n);
