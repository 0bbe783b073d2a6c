import { bilingual } from '../kit/texts.ts';

/** Words of the record, the jobs and the settings. */
export const operationsTexts = bilingual(
  {
    audit: {
      title: '查记录', lead: '谁在什么时候做了什么。记了就改不了。', who: '谁', what: '做了什么', about: '关于', place: '地方', when: '什么时候', sealed: '封存', isSealed: (seq: number) => `已封存，第 ${seq} 条`, notSealed: '马上封存',
      looks: '谁看过地址', everything: '全部', act: '动作', noun: '类别', subject: '编号', from: '从', until: '到', subjectHint: '订单、稿件或人的编号', system: '系统', guest: '居民', token: '程序',
      kinds: { person: '人', guest: '居民', token: '程序', system: '系统', device: '设备' }, heads: '封存的末尾', headsHint: '抄下这一行，以后谁也不能悄悄改掉它之前的记录。', verify: '怎样核对', empty: '这段时间没有记录。', detail: '细节', open: '打开',
    },
    jobs: { title: '后台任务', lead: '该办的事在后台有没有办好。', waiting: '等着', active: '在办', failed: '没办成', queue: '哪一类', outbox: (count: number) => `还有 ${count} 件事等着派出去。`, failures: '没办成的', attempts: (count: number) => `试过 ${count} 次`, retry: '再试一次', none: '都办好了。', event: '因为', at: '时间', why: '原因' },
    settings: { title: '设置', county: '县', address: '对外地址', hosts: '域名', mail: '邮件', mailSmtp: '用邮件服务器发', mailSpool: '存成文件，不往外发', zone: '时区', languages: '语言', pack: '国家习惯', demo: '演示', clock: '县里的时间', held: '停着，第一个动作后走起来', figures: '现在的数', figure: '项目', number: '数', yes: '是', no: '否', sections: '栏目', limits: '答复时限' },
  },
  {
    audit: {
      title: 'Record', lead: 'Who did what and when. Once written it cannot be changed.', who: 'Who', what: 'Did what', about: 'About', place: 'Place', when: 'When', sealed: 'Sealed', isSealed: (seq) => `Sealed as no. ${seq}`, notSealed: 'Sealed in a moment',
      looks: 'Who looked at an address', everything: 'Everything', act: 'Act', noun: 'Kind', subject: 'Id', from: 'From', until: 'Until', subjectHint: 'Id of an order, a story or a person', system: 'The system', guest: 'A resident', token: 'A program',
      kinds: { person: 'Person', guest: 'Resident', token: 'Program', system: 'System', device: 'Device' }, heads: 'End of the chain', headsHint: 'Whoever copies this line can prove later that nothing before it was changed.', verify: 'How to check', empty: 'Nothing on record here.', detail: 'Detail', open: 'Open',
    },
    jobs: { title: 'Jobs', lead: 'Whether what should happen behind the scenes did happen.', waiting: 'Waiting', active: 'In work', failed: 'Failed', queue: 'Kind', outbox: (count) => `${count} events wait to be sent on.`, failures: 'Failed', attempts: (count) => `tried ${count} times`, retry: 'Try again', none: 'Everything is done.', event: 'Because of', at: 'When', why: 'Why' },
    settings: { title: 'Settings', county: 'County', address: 'Public address', hosts: 'Host names', mail: 'E-mail', mailSmtp: 'By mail server', mailSpool: 'Kept as files, not sent', zone: 'Time zone', languages: 'Languages', pack: 'Country pack', demo: 'Demonstration', clock: 'County time', held: 'Held until the first act', figures: 'Figures now', figure: 'Figure', number: 'Number', yes: 'Yes', no: 'No', sections: 'Sections', limits: 'Answering limits' },
  },
);
