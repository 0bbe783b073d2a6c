import { bilingual } from '#platform/i18n';

/** The words of channels that persons carry. */
export const texts = bilingual({ 'channels.kind.manual': '人去发' }, { 'channels.kind.manual': 'By hand' });
