import { bilingual } from '#platform/i18n';

/** What stands on a certificate on paper. */
export const certificateWords = bilingual(
  {
    'certificate.title': '志愿服务记录证明',
    'certificate.number': '编号 {number}',
    'certificate.name': '志愿者',
    'certificate.volunteer': '志愿者编号',
    'certificate.unit': '记录单位',
    'certificate.span': '服务时间',
    'certificate.span-of': '{from} 至 {until}',
    'certificate.handler': '经办人',
    'certificate.contact': '联系电话',
    'certificate.total': '服务时长合计',
    'certificate.hours': '{hours} 小时',
    'certificate.on': '日期',
    'certificate.service': '服务内容',
    'certificate.time': '时长',
    'certificate.evidence': '凭据',
    'certificate.evidence.witnessed': '双方确认',
    'certificate.evidence.device-timed': '设备或口令计时',
    'certificate.evidence.organiser-attested': '组织者证明',
    'certificate.evidence.typed-in-later': '事后补记，两人签名',
    'certificate.note-ledger':
      '以上依本单位的志愿服务记录如实开具，不收费。每一小时凭什么记下，都写在后面；补记的由两人签名才算数。',
    'certificate.national-none': '这些记录是否已进入全国志愿服务信息系统，本证明不作说明：尚未核对。',
    'certificate.national-some': '开具时，{of}条记录中有{matched}条已与全国志愿服务信息系统核对一致，其余尚未核对。',
    'certificate.national-all': '开具时，{of}条记录已全部与全国志愿服务信息系统核对一致。',
    'certificate.note-check':
      '真伪：扫右边的码，或打开 {address}/verify。没有网也能核对是谁开的、改没改过；有没有撤销，要有网才知道。',
    'certificate.issued': '开具日期 {day}',
    'certificate.scan': '扫码核对',
  },
  {
    'certificate.title': 'Record of volunteering',
    'certificate.number': 'No. {number}',
    'certificate.name': 'Volunteer',
    'certificate.volunteer': 'Volunteer number',
    'certificate.unit': 'Recorded by',
    'certificate.span': 'Period of service',
    'certificate.span-of': '{from} to {until}',
    'certificate.handler': 'Handled by',
    'certificate.contact': 'Telephone',
    'certificate.total': 'Hours in all',
    'certificate.hours': '{hours} h',
    'certificate.on': 'Day',
    'certificate.service': 'Service',
    'certificate.time': 'Hours',
    'certificate.evidence': 'Evidence',
    'certificate.evidence.witnessed': 'confirmed by both',
    'certificate.evidence.device-timed': 'timed by device',
    'certificate.evidence.organiser-attested': 'attested by organiser',
    'certificate.evidence.typed-in-later': 'filled in later, two signed',
    'certificate.note-ledger':
      'Issued truthfully and free of charge from the records of this unit. Each hour says what it rests on; what was filled in afterwards counts only with two signatures.',
    'certificate.national-none':
      'Whether the national volunteering system holds these records is not stated here: it has not been checked.',
    'certificate.national-some':
      'When issued, {matched} of {of} records agreed with the national volunteering system; the others had not been checked.',
    'certificate.national-all': 'When issued, all {of} records agreed with the national volunteering system.',
    'certificate.note-check':
      'Genuine? Scan the code, or open {address}/verify. Who issued it, and whether it was altered, can be checked without network; whether it was revoked, only with network.',
    'certificate.issued': 'Issued on {day}',
    'certificate.scan': 'scan to check',
  },
);
