import type * as zh from './zh-cn.ts';

/** The same keys as the source, in another language: a missing or surplus key is a type error. */
type Translated<Source> = { readonly [Key in keyof Source]: string };

/** The eight groups of the catalogue of services. */
export const serviceGroups = {
  repair: 'Repairs at home',
  health: 'Doctor and recovery',
  care: 'Everyday care',
  children: 'Children',
  errands: 'Errands',
  papers: 'Letters and forms',
  phones: 'On the phone',
  neighbours: 'A hand from neighbours',
} as const satisfies Translated<typeof zh.serviceGroups>;

/** What a volunteer can do. */
export const skills = {
  'water-and-lights': 'Taps and lights',
  carpentry: 'Doors and windows',
  roofing: 'Roof tiles',
  gas: 'Gas checks',
  wiring: 'House wiring',
  appliances: 'Small appliances',
  escort: 'Going along',
  'vital-signs': 'Blood pressure and sugar',
  exercises: 'Recovery exercises',
  'walking-aids': 'Wheelchairs and sticks',
  haircutting: 'Haircuts',
  housework: 'Washing and airing',
  company: 'Company and talk',
  'personal-care': 'Help with bathing',
  cooking: 'Cooking and meals',
  tutoring: 'Homework help',
  storytelling: 'Storytelling',
  'child-minding': 'Minding children',
  errands: 'Running errands',
  lifting: 'Heavy lifting',
  writing: 'Letters and forms',
  'reading-aloud': 'Reading aloud',
  counters: 'Office counters',
  'settling-quarrels': 'Settling quarrels',
  phones: 'Mobile phones',
  'online-services': 'Online services',
  'fraud-checks': 'Fraud checks',
  fieldwork: 'Field work',
  clearing: 'Ditches and snow',
  floods: 'Flood moves',
  anything: 'Any odd job',
} as const satisfies Translated<typeof zh.skills>;

/** Papers that expire. */
export const licences = {
  electrician: 'Low-voltage electrician',
  'gas-fitter': 'Gas fitter',
  'work-at-height': 'Work at height',
  nurse: 'Registered nurse',
  therapist: 'Rehabilitation therapist',
  'first-aid': 'First aider',
  'health-certificate': 'Health certificate',
  'child-protection': 'Child protection training',
  driving: 'Driving licence',
} as const satisfies Translated<typeof zh.licences>;

/** What one learns here, and services may ask for. */
export const trainings = {
  'blood-pressure': 'Taking blood pressure',
  'walking-aids': 'Wheelchairs and walking beside somebody',
} as const satisfies Translated<typeof zh.trainings>;

/** Roles of the cast. */
export const roles = {
  correspondent: 'Correspondent',
  editor: 'Editor',
  'section-head': 'Section head',
  'chief-editor': 'Chief editor on duty',
  proofreader: 'Proofreader',
  coordinator: 'Coordinator',
  'station-keeper': 'Station keeper',
  'team-leader': 'Team leader',
  volunteer: 'Volunteer',
  administrator: 'Administrator',
  auditor: 'Auditor',
  safeguarding: 'Safeguarding officer',
} as const satisfies Translated<typeof zh.roles>;

/** What somebody speaks. */
export const languages = {
  dialect: 'Qingxi dialect',
  mandarin: 'Mandarin',
  english: 'English',
  sign: 'Sign language',
} as const satisfies Translated<typeof zh.languages>;

/** How an order came in. */
export const channels = {
  web: 'Online',
  desk: 'At the desk',
  phone: 'By telephone',
  paper: 'On paper',
} as const satisfies Translated<typeof zh.channels>;
