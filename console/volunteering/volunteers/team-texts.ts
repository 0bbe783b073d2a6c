import { bilingual } from '../../kit/texts.ts';

/** Words of the teams. */
export const teamTexts = bilingual(
  'volunteering.team',
  {
    title: '队伍',
    add: '建一支队',
    change: (name: string) => `改“${name}”`,
    name: '名称',
    leader: '队长',
    members: '队员',
    who: '谁在队里',
    count: (count: number) => `${count} 人`,
    place: '地方',
    closed: '解散了',
    close: '解散',
    closeTitle: (name: string) => `解散${name}？`,
    closeSure: '解散以后不再派单给它，报名的页面上也没有它；队员还是志愿者。以后可以恢复。',
    reopen: '恢复',
    empty: '还没有队伍。',
    memberHint: '一位一位加',
  },
  {
    title: 'Teams',
    add: 'Start a team',
    change: (name) => `Change “${name}”`,
    name: 'Name',
    leader: 'Leader',
    members: 'Members',
    who: 'Who is in it',
    count: (count) => (count === 1 ? '1 person' : `${count} people`),
    place: 'Place',
    closed: 'Dissolved',
    close: 'Dissolve',
    closeTitle: (name) => `Dissolve ${name}?`,
    closeSure:
      'It is asked for nothing more, and people can no longer join it; its members stay volunteers. It can come back.',
    reopen: 'Bring it back',
    empty: 'No teams yet.',
    memberHint: 'Add one by one',
  },
);
