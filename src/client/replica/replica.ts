/** The replica: a device's end of one stream, with its sync machine in it. */
import type { StreamState } from '@/domain/deed';
import { LazyReplica } from './lazy-replica';
import { predict } from '../sync/prediction';
import { createSync } from '../sync/sync';
import type { ReplicaOptions } from './view-state';

export type { Delivery, Initial, ViewSnapshot, RefusedCommand } from './view-state';

/** Phones load the machine later; see {@link LazyReplica}. */
export class Replica<S extends StreamState> extends LazyReplica<S> {
  constructor(options: ReplicaOptions<S>) {
    super(options, () => ({ createSync, predict }));
  }
}
