import { bilingual } from '#platform/i18n';

/** Words of the newsroom's screens and cards. */
export const screenTexts = bilingual(
  {
    'newsroom.correspondent-at': '{place}通讯员',
    'newsroom.step.first_review': '一审', 'newsroom.step.second_review': '二审', 'newsroom.step.final_review': '终审', 'newsroom.step.urgent_review': '急稿签发', 'newsroom.step.after_review': '事后复核',
    'newsroom.step.withdrawal': '撤下核实', 'newsroom.step.restoration': '恢复',
    'newsroom.means.passkey': '本人密钥签名', 'newsroom.means.attested': '系统证明', 'newsroom.means.demonstration': '演示密钥',
    'newsroom.waiting.first_review': '等您一审', 'newsroom.waiting.second_review': '等您二审', 'newsroom.waiting.final_review': '等您终审，签完即发布', 'newsroom.waiting.urgent_review': '急稿，等您签发', 'newsroom.waiting.after_review': '急稿已发，等您事后复核',
    'newsroom.waiting.returned': '退回给您：{reason}', 'newsroom.waiting.draft': '您的草稿，还没交', 'newsroom.waiting.correction': '更正还没交', 'newsroom.waiting.report': '读者说这里有错：{words}', 'newsroom.waiting.suspect': '请看一眼：可能是机器填的',
    'newsroom.untitled': '（还没有标题）',
  },
  {
    'newsroom.correspondent-at': 'Correspondent in {place}',
    'newsroom.step.first_review': 'First review', 'newsroom.step.second_review': 'Second review', 'newsroom.step.final_review': 'Final review', 'newsroom.step.urgent_review': 'Urgent sign-off', 'newsroom.step.after_review': 'Review afterwards',
    'newsroom.step.withdrawal': 'Withdrawn for checking', 'newsroom.step.restoration': 'Restored',
    'newsroom.means.passkey': 'signed with their own key', 'newsroom.means.attested': 'attested by the system', 'newsroom.means.demonstration': 'demonstration key',
    'newsroom.waiting.first_review': 'Waits for your first review', 'newsroom.waiting.second_review': 'Waits for your second review', 'newsroom.waiting.final_review': 'Waits for your final review; your signature publishes it', 'newsroom.waiting.urgent_review': 'Urgent: waits for your signature', 'newsroom.waiting.after_review': 'Published urgently; waits for your review',
    'newsroom.waiting.returned': 'Returned to you: {reason}', 'newsroom.waiting.draft': 'Your draft, not yet submitted', 'newsroom.waiting.correction': 'Correction not yet submitted', 'newsroom.waiting.report': 'A reader found an error: {words}', 'newsroom.waiting.suspect': 'Please check: a machine may have filled this in',
    'newsroom.untitled': '(no headline yet)',
  },
);
