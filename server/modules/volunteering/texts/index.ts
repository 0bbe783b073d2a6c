import { certificateWords } from './certificate-words.ts';
import { letters } from './letters.ts';
import { refusalTexts } from './refusals.ts';
import { words } from './words.ts';

/** The words of the module volunteering. */
export const texts = {
  'zh-CN': { ...refusalTexts['zh-CN'], ...words['zh-CN'], ...certificateWords['zh-CN'], ...letters['zh-CN'] },
  en: { ...refusalTexts.en, ...words.en, ...certificateWords.en, ...letters.en },
};
