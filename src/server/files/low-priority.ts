/** Lets a program beside the server run with a low priority: answers to a hall come before a book, a sheet or a copy. */
import type { ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';

export function withLowPriority<C extends ChildProcess>(child: C): C {
  try {
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or this system allows no such thing.
  }
  return child;
}
