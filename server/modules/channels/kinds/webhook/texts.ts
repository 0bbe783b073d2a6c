import { bilingual } from '#platform/i18n';

/** The words of receivers. */
export const texts = bilingual({ 'channels.kind.webhook': '程序去发' }, { 'channels.kind.webhook': 'By program' });
