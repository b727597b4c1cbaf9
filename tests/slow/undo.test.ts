/** The way back of every planners' deed, in many more cases than the fast tests draw. */
import { expect, it } from 'vitest';
import { leavesAsItWas } from '../domain/programming/undo-property';
import { WAYS } from '../domain/programming/undo-ways';

it.each(Object.keys(WAYS))('%s leaves the path as it was, in twenty cases', (name) => {
  expect(() => leavesAsItWas(name, 20)).not.toThrow();
});
