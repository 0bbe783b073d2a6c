import type { Texts } from '../zh-CN.ts';

/** Kinder words for a field that was not accepted, by `field.code`; without one the server's own words stand. */
export const problems: Texts['problems'] = {
  'service.required': 'Please choose what you need.',
  'name.required': 'Please give a name, so that whoever comes can ask for you.',
  'name.too_big': 'That name is too long; a surname will do.',
  'phone.required': 'Please leave a number, or we cannot tell you who comes.',
  'phone.invalid_format': 'This number seems to have a digit too few or too many. Please look again.',
  'place.required': 'Please choose a place, so that we find somebody near.',
  'place.invalid_value': 'This place is not one of ours. Please choose again.',
  'address.required': 'For a visit we need to know how to find you.',
  'wishedOn.too_small': 'That day is past. Please choose today or later.',
  'wishedOn.too_big': 'That is too far ahead. Please choose an earlier day.',
  'note.too_big': 'That is too long. Write what matters most; the rest can be said in person.',
  'consent.required': 'We need your consent before we can give your number and address to whoever comes.',
  'code.required': 'Please type the code.',
  'code.unknown': 'There is no such order. Please look at the code once more, or ask at the station.',
  'lastFour.required': 'Please give the last four digits of the number you left.',
  'lastFour.invalid_format': 'Four digits, please look again.',
  'lastFour.mismatch': 'These are not the digits of the number you left. Please look again, or ring the station.',
  'outcome.required': 'Please choose: was it done?',
  'score.required': 'Please choose: how was it?',
  'minutes.required': 'Please write how many minutes you think it was.',
  'words.too_big': 'That is too long. Write what matters most.',
  'what.required': 'Please write a sentence: what is wrong?',
  'what.too_big': 'That is too long. Write what matters most.',
};
