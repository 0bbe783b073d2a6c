import { bilingual } from '#platform/i18n';

/** The words of the module places. */
export const texts = bilingual(
  {
    'refusal.UnknownParent': '没有编号为 {code} 的上级地方。',
    'refusal.CodeTaken': '编号 {code} 已经有一个地方在用。',
    'refusal.CodeNotUnderstood': '地方编号要写 6、9 或 12 位数字，或者写一个本地编号。',
    'refusal.LevelNotBelow': '这一级不能放在上级地方的下面。',
    'refusal.PlaceEnded': '这个地方已经撤销。',
    'refusal.PlaceInItself': '一个地方不能放到自己下面，县本身也不能移动。',
    'refusal.PlaceHasChildren': '下面还有地方，请先移走或撤销它们。',
    'refusal.DayWrong': '撤销的日子要在设立之后。',
  },
  {
    'refusal.UnknownParent': 'There is no place above with the code {code}.',
    'refusal.CodeTaken': 'Another place has the code {code}.',
    'refusal.CodeNotUnderstood': 'A place needs a code of 6, 9 or 12 digits, or a local code.',
    'refusal.LevelNotBelow': 'This level cannot stand below that place.',
    'refusal.PlaceEnded': 'This place is no more.',
    'refusal.PlaceInItself': 'A place cannot be moved below itself, and the county stays where it is.',
    'refusal.PlaceHasChildren': 'There are places below it. Please move or end them first.',
    'refusal.DayWrong': 'A place ends after it began.',
  },
);
