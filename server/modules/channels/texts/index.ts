import { bilingual } from '#platform/i18n';

/** The words of the module channels. */
export const texts = bilingual({ 'channels.name.site': '公开网站' }, { 'channels.name.site': 'Public site' });
