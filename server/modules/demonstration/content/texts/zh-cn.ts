/** The eight groups of the catalogue of services, in the order of the page. */
export const serviceGroups = {
  repair: '家里修补',
  health: '看病康复',
  care: '日常照料',
  children: '孩子的事',
  errands: '跑腿捎带',
  papers: '写写办办',
  phones: '手机上的事',
  neighbours: '邻里搭把手',
} as const;

/** What a volunteer can do. */
export const skills = {
  'water-and-lights': '水电小修',
  carpentry: '木工门窗',
  roofing: '屋面瓦作',
  gas: '燃气检查',
  wiring: '电路检修',
  appliances: '小家电修理',
  escort: '陪诊陪行',
  'vital-signs': '量血压测血糖',
  exercises: '康复练习',
  'walking-aids': '轮椅拐杖',
  haircutting: '理发',
  housework: '洗晒整理',
  company: '陪伴说话',
  'personal-care': '助浴护理',
  cooking: '做饭送饭',
  tutoring: '功课辅导',
  storytelling: '讲故事',
  'child-minding': '看护孩子',
  errands: '跑腿代办',
  lifting: '搬抬重物',
  writing: '代写填表',
  'reading-aloud': '读信说明',
  counters: '窗口办事',
  'settling-quarrels': '说和劝解',
  phones: '手机使用',
  'online-services': '网上办事',
  'fraud-checks': '防骗检查',
  fieldwork: '田里农活',
  clearing: '清沟扫雪',
  floods: '防汛转移',
  anything: '什么都能搭手',
} as const;

/** Papers that expire. */
export const licences = {
  electrician: '低压电工证',
  'gas-fitter': '燃气检修证',
  'work-at-height': '高处作业证',
  nurse: '护士执业证',
  therapist: '康复治疗师证',
  'first-aid': '救护员证',
  'health-certificate': '健康证',
  'child-protection': '未成年人保护培训',
  driving: '驾驶证',
} as const;

/** What one learns here, and services may ask for. */
export const trainings = {
  'blood-pressure': '量血压',
  'walking-aids': '推轮椅、扶人走路',
} as const;

/** Roles of the cast. */
export const roles = {
  correspondent: '通讯员',
  editor: '责任编辑',
  'section-head': '编辑室主任',
  'chief-editor': '值班总编',
  proofreader: '校对',
  coordinator: '调度员',
  'station-keeper': '站长',
  'team-leader': '队长',
  volunteer: '志愿者',
  administrator: '管理员',
  auditor: '审计员',
  safeguarding: '安全专员',
} as const;

/** What somebody speaks. */
export const languages = { dialect: '清溪话', mandarin: '普通话', english: '英语', sign: '手语' } as const;

/** How an order came in. */
export const channels = { web: '网上', desk: '站里当面', phone: '电话', paper: '纸质单' } as const;
