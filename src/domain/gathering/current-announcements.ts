/** Announcements that are valid at one moment. */
import type { Gathering } from './state';
import type { Announcement } from './state/announcement';

/** Announcements still valid at this moment, newest first. */
export const standingAnnouncements = (state: Gathering, at: number): Announcement[] =>
  state.announcements.filter((a) => !a.withdrawn && (a.until === null || a.until > at)).reverse();
