/** The client store: a device's end of one stream, with its sync machine in it. */
import type { StreamState } from '@/domain/deed';
import { LazyStore } from './lazy-store';
import { createSync } from './sync/sync';
import type { StoreOptions } from './view-store';

export type { Delivery, Initial, ViewSnapshot, RefusedCommand } from './view-store';

/** Phones load the machine later; see {@link LazyStore}. */
export class ClientStore<S extends StreamState> extends LazyStore<S> {
  constructor(options: StoreOptions<S>) {
    super(options, () => createSync);
  }
}
