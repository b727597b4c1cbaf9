/**
 * Marks of real checkboxes and radios: the same in light and dark, scaled with the text. In high-contrast mode the
 * system draws its own.
 */
import { cx } from './cx';

const MARK =
  'grid size-6 shrink-0 appearance-none place-items-center border-2 border-edge bg-raised transition-colors ' +
  'checked:border-accent checked:bg-accent before:scale-0 before:bg-accent-ink before:transition-transform ' +
  'checked:before:scale-100 forced-colors:appearance-auto forced-colors:before:hidden';

export const radioClass = cx(MARK, 'rounded-full before:size-2.5 before:rounded-full');
export const checkClass = cx(
  MARK,
  'rounded-sm before:size-4 before:[clip-path:polygon(8%_52%,22%_38%,40%_57%,78%_16%,92%_30%,41%_84%)]',
);
