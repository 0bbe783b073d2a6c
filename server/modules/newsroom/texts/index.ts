import type { Language, Texts } from '#platform/i18n';
import { dossierTexts } from './dossier.ts';
import { noticeTexts } from './notices.ts';
import { refusalTexts } from './refusals.ts';
import { screenTexts } from './screens.ts';
import { verifyTexts } from './verify.ts';

const all = [refusalTexts, noticeTexts, screenTexts, verifyTexts, dossierTexts];

/** The words of the module newsroom. */
export const texts: Record<Language, Texts> = {
  'zh-CN': Object.assign({}, ...all.map((one) => one['zh-CN'])),
  en: Object.assign({}, ...all.map((one) => one.en)),
};
