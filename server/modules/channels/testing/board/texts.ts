import { bilingual } from '#platform/i18n';

/** The words of boards. */
export const texts = bilingual({ 'channels.kind.board': '邻县的告示栏' }, { 'channels.kind.board': 'Notice board' });
