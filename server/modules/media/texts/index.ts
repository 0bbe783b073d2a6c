import { bilingual } from '#platform/i18n';

/** The words of the module media. */
export const texts = bilingual(
  {
    'refusal.PictureTooLarge': '这张图片像素太多（最多 {megapixels} 百万像素），请缩小后再传。',
    'refusal.PictureUnreadable': '这张图片打不开，可能没传完整，请换一张。',
    'refusal.QuotaReached': '今天传的图片够多了（每天最多 {megabytes} MB），请明天再传。',
  },
  {
    'refusal.PictureTooLarge':
      'This picture has too many pixels (at most {megapixels} megapixels). Please make it smaller and send it again.',
    'refusal.PictureUnreadable': 'This picture cannot be opened; it may not have arrived whole. Please try another.',
    'refusal.QuotaReached':
      'That is enough pictures for today (at most {megabytes} MB a day). Please continue tomorrow.',
  },
);
