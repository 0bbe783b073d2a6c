import { furtherPages } from '#platform/further-languages';
import type { Tag } from '#platform/i18n';

/** The languages of the pages beyond our own two, found when the program starts. */
export const furtherPageLanguages = await furtherPages();

/** Those that readers are offered. */
export const offeredPageLanguages = furtherPageLanguages.filter(({ isForTests }) => !isForTests);

/** Whether pages speak it, and stand under its tag. */
export const isOfPages = (tag: Tag): boolean => furtherPageLanguages.some((one) => one.tag === tag);

const ownMachine = /^(?:localhost|127\.0\.0\.1|\[::1\]|.+\.localhost|.+\.test)(?::\d+)?$/;

/** Whether readers of this host are answered in the language: one that is made for tests is spoken on this machine alone. */
export const isSpokenAt = (tag: Tag, host: string): boolean =>
  ownMachine.test(host) || !furtherPageLanguages.some((one) => one.tag === tag && one.isForTests);
