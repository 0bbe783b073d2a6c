import { bilingual } from '#platform/i18n';

/** The words of centres to which stories are contributed. */
export const texts = bilingual(
  { 'channels.kind.contribution': '上报' },
  { 'channels.kind.contribution': 'Contribution to another centre' },
);
