import { bilingual } from '../kit/texts.ts';

/** Words of people. */
export const peopleTexts = bilingual(
  {
    title: '人和职责', find: '按名字或电话找', duties: '谁管什么', slips: '等第二人确认的字条',
    name: '名字', shown: '署名', shownHint: '同事和读者看到的名字，不填就用全名', post: '称呼', postEn: '英文称呼', place: '地方', language: '语言', phone: '电话', email: '邮箱', state: '状态', active: '在', inactive: '停用', child: '未满 14 岁', erased: '已删除',
    guardian: '监护人', guardianPhone: '监护人电话', guardianHint: '未满 14 岁的志愿者要监护人同意。', needed: '请填上。',
    add: '登记一个人', addHint: '只要名字，别的有了再补。', change: '改', added: '登记好了。',
    sortName: '按名字', sortNew: '按新旧', now: '在的', all: '全部', gone: '停用的',
    empty: '还没有人。', facts: '基本情况', contact: '联系', contactHidden: '联系方式不在您的职责里。',
    account: '账户', login: '登录名', states: { none: '还没有账户', invited: '已邀请，还没来', open: '可以登录', closed: '已停用' },
    hasPassword: '密码', hasPasskey: '通行密钥', hasTotp: '验证器', needsSecond: '要两道确认', last: (when: string) => `上次登录 ${when}`, sessions: (count: number) => `${count} 处登录着`,
    invite: '邀请', inviteAgain: '再邀请一次', withdraw: '撤回邀请', inviteShow: '把这个链接交给本人，只显示这一次。', until: (when: string) => `到 ${when}有效`,
    reset: '开一张字条', resetHint: '本人在场、证件看过了，才开。字条当天有效，用一次。', resetShow: '请打印，交到本人手里。只显示这一次。', resetWaits: '要另一位同事确认后才能用。', code: '码', confirmSlip: '确认是本人', slipWithdraw: '作废', slipMadeBy: (name: string) => `${name} 开的`,
    close: '停用账户', closeSure: '马上从各处退出，不能再登录。记录都留着。', reopen: '恢复账户', giveDuty: '给职责', print: '打印',
    download: '下载这个人的资料',
  },
  {
    title: 'People and duties', find: 'By name or phone', duties: 'Who does what', slips: 'Slips waiting for a second person',
    name: 'Name', shown: 'Shown as', shownHint: 'What colleagues and readers see; the full name if empty', post: 'Title', postEn: 'Title in English', place: 'Place', language: 'Language', phone: 'Phone', email: 'E-mail', state: 'State', active: 'Active', inactive: 'Inactive', child: 'Under 14', erased: 'Deleted',
    guardian: 'Guardian', guardianPhone: 'Guardian’s phone', guardianHint: 'A volunteer under 14 needs a guardian’s consent.', needed: 'Please fill this in.',
    add: 'Write down a person', addHint: 'Only the name is needed; the rest can follow.', change: 'Change', added: 'Written down.',
    sortName: 'By name', sortNew: 'Newest first', now: 'Active', all: 'All', gone: 'Inactive',
    empty: 'Nobody yet.', facts: 'Facts', contact: 'Contact', contactHidden: 'Contact details are not part of your duties.',
    account: 'Account', login: 'Sign-in name', states: { none: 'No account yet', invited: 'Invited, not yet come', open: 'Can sign in', closed: 'Closed' },
    hasPassword: 'Password', hasPasskey: 'Passkey', hasTotp: 'Code app', needsSecond: 'Needs a second proof', last: (when) => `Last signed in ${when}`, sessions: (count) => `Signed in at ${count} places`,
    invite: 'Invite', inviteAgain: 'Invite again', withdraw: 'Withdraw invitation', inviteShow: 'Hand this link to the person. It is shown once.', until: (when) => `Works until ${when}`,
    reset: 'Make a slip', resetHint: 'Only when the person stands here and you saw their identity card. Works for one day, once.', resetShow: 'Print it and hand it over. It is shown once.', resetWaits: 'It works after another colleague confirms.', code: 'Code', confirmSlip: 'It is that person', slipWithdraw: 'Void', slipMadeBy: (name) => `Made by ${name}`,
    close: 'Close account', closeSure: 'Signed out everywhere at once, and no more signing in. The record stays.', reopen: 'Open account again', giveDuty: 'Give a duty', print: 'Print',
    download: 'Download this person’s data',
  },
);
