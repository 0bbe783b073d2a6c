import { bilingual } from '#platform/i18n';

/** The words for the roles. */
export const roleTexts = bilingual(
  {
    'role.chief-editor': '总编',
    'role.section-head': '编辑室主任',
    'role.editor': '编辑',
    'role.correspondent': '通讯员',
    'role.proofreader': '校对',
    'role.coordinator': '调度员',
    'role.station-keeper': '站长',
    'role.safeguarding': '安全专员',
    'role.team-leader': '队长',
    'role.volunteer': '志愿者',
    'role.administrator': '管理员',
    'role.auditor': '审计员',
  },
  {
    'role.chief-editor': 'Chief editor',
    'role.section-head': 'Section head',
    'role.editor': 'Editor',
    'role.correspondent': 'Correspondent',
    'role.proofreader': 'Proofreader',
    'role.coordinator': 'Coordinator',
    'role.station-keeper': 'Station keeper',
    'role.safeguarding': 'Safeguarding officer',
    'role.team-leader': 'Team leader',
    'role.volunteer': 'Volunteer',
    'role.administrator': 'Administrator',
    'role.auditor': 'Auditor',
  },
);
