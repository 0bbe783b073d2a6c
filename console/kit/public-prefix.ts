import { publicPrefix } from '@xiangyin/document/public-prefix';
import { useLanguage } from './language.ts';
import { useMe } from './session.ts';

/** What stands before a path of the public pages for whoever reads the console: those of the county's first language where it has none in theirs. */
export const usePublicPrefix = (): string => publicPrefix(useMe().county.languages, useLanguage());
