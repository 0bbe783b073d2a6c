import { bilingual } from '#platform/i18n';

/** The words of the module people. */
export const texts = bilingual(
  {
    'people.erased': '（资料已删除）',
    'refusal.PhoneNotUnderstood': '这个电话号码看不懂，请写手机号，或带区号的座机号。',
    'refusal.PersonErased': '这个人的资料已按本人要求删除。',
  },
  {
    'people.erased': '(data deleted)',
    'refusal.PhoneNotUnderstood':
      'We cannot read this telephone number. Please give a mobile number, or a landline with its area code.',
    'refusal.PersonErased': "This person's data was deleted at their wish.",
  },
);
