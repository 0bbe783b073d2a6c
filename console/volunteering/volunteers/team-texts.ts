import { bilingual } from '../../kit/texts.ts';

/** Words of the teams. */
export const teamTexts = bilingual(
  {
    title: '队伍',
    add: '建一支队',
    name: '名称',
    leader: '队长',
    members: '队员',
    count: (count: number) => `${count} 人`,
    place: '地方',
    closed: '解散了',
    close: '解散',
    empty: '还没有队伍。',
    memberHint: '一位一位加',
  },
  {
    title: 'Teams',
    add: 'Found a team',
    name: 'Name',
    leader: 'Leader',
    members: 'Members',
    count: (count) => `${count} people`,
    place: 'Place',
    closed: 'Dissolved',
    close: 'Dissolve',
    empty: 'No teams yet.',
    memberHint: 'One after the other',
  },
);
