import type {
  JoinPageProps,
  OrderDays,
  OrderFormPageProps,
  OrderPaperPageProps,
  OrderSlipPageProps,
  OrderStatusPageProps,
  OrderStep,
  ServicePageProps,
} from '@xiangyin/server/contract';
import { sampleQr } from './frame.ts';
import { blankForm } from './newsroom.ts';
import { sampleStations, sampleTowns, sampleWishes } from './portal.ts';
import { kioskSamples } from './kiosk.ts';
import { at, type Say } from './say.ts';

const code = '7K3M 9QWF 2HXR C';
const station = (say: Say) => ({ name: say('东门站', 'Dongmen station'), phone: '0000-1234511' });

/** The pages of an order's life. */
export function volunteeringSamples(say: Say) {
  const wishes = sampleWishes(say);
  const serviceName = say('修水管电灯', 'Taps and lights');
  const base = { code, serviceName, station: station(say), form: blankForm };
  return {
    'volunteering/services': {
      some: {
        groups: [
          { key: 'repair', name: say('家里修补', 'Repairs at home'), services: wishes.slice(0, 3) },
          { key: 'children', name: say('孩子', 'Children'), services: wishes.slice(3, 5) },
          { key: 'papers', name: say('写写填填', 'Papers'), services: wishes.slice(5) },
        ],
      },
    },
    'volunteering/service': {
      open: sampleService(say),
      closed: {
        ...sampleService(say),
        open: false,
        season: { fromMonth: 12, toMonth: 2, toDay: 15 },
        opensOn: '2026-12-01',
        reach: [say('东门街道', 'Dongmen')],
        stations: [],
        related: [],
      },
    },
    'volunteering/help-given': {
      plain: {
        monthOf: 11,
        yearOf: 2026,
        kinds: [
          { key: 'repair', name: say('家里修补', 'Repairs at home'), month: 12, year: 1_040 },
          { key: 'papers', name: say('跑腿办事', 'Errands'), month: 'few' as const, year: 'ten-or-more' as const },
        ],
        towns: [{ key: 't', name: say('柳河镇', 'Liuhe Town'), month: 'few' as const, year: 310 }],
      },
    },
    'volunteering/order-form': { ...sampleOrderForms(say) },
    ...kioskSamples(say, {
      slip: sampleSlip(say),
      status: sampleStatuses(say).coming,
      order: sampleOrderForms(say).wrong,
    }),
    'volunteering/join': sampleJoin(say),
    'volunteering/joined': { plain: {} },
    'volunteering/order-paper': { blank: samplePaper(say) },
    'volunteering/order-slip': { plain: sampleSlip(say), repeating: { ...sampleSlip(say), repeats: sampleRepeats } },
    'volunteering/order-status': sampleStatuses(say),
    'volunteering/order-change': {
      wrong: {
        ...base,
        wishes: [{ on: null, part: 'any' as const }],
        earliestOn: '2026-11-22',
        latestOn: '2026-12-22',
        form: {
          ...blankForm,
          values: { wishedOn: '2026-11-24', wishedPart: 'morning', lastFour: '1233' },
          problems: [{ field: 'lastFour', code: 'mismatch', text: '' }],
        },
      },
    },
    'volunteering/order-cancel': { blank: base },
    'volunteering/order-days': {
      wrong: {
        ...base,
        days: sampleRepeats.days.map(({ on }) => on),
        form: {
          ...blankForm,
          values: { on: '2026-12-07', which: 'from', lastFour: '12' },
          problems: [{ field: 'lastFour', code: 'invalid_format', text: '' }],
        },
      },
      none: { ...base, days: [] },
    },
    'volunteering/order-quiet': { blank: base },
    'volunteering/order-appeal': { blank: base },
    'volunteering/order-reopen': { blank: base },
    'volunteering/order-settled': { blank: base },
    'volunteering/rating': {
      blank: { ...base, visitedAt: at(19, 30, -1), isConfirmed: false, minutes: 60 },
      confirmed: { ...base, visitedAt: at(19, 30, -1), isConfirmed: true, minutes: null },
    },
  };
}

/** Every Monday evening: one left out, one not possible, and more than are listed. */
const sampleRepeats: OrderDays = {
  part: 'evening',
  days: [
    { on: '2026-11-23', state: 'arranging', isThis: true },
    { on: '2026-11-30', state: 'left-out', isThis: false },
    { on: '2026-12-07', state: 'not-possible', isThis: false },
    { on: '2026-12-14', state: 'ahead', isThis: false },
  ],
  more: 2,
  until: '2026-12-28',
  waits: true,
};

function sampleSlip(say: Say): OrderSlipPageProps {
  return {
    code,
    statusHref: '/orders/7K3M9QWF2HXRC',
    qr: sampleQr,
    serviceName: say('修水管电灯', 'Taps and lights'),
    placeName: say('东门社区', 'Dongmen'),
    wishes: [
      { on: '2026-11-23', part: 'evening' },
      { on: '2026-11-25', part: 'morning' },
    ],
    repeats: null,
    orderedAt: at(14, 5),
    answerBy: at(20, 55),
    station: station(say),
    passphrase: say('柿子红了', 'red persimmon'),
    reply: say('喜鹊 花生', 'magpie peanut'),
  };
}

function sampleService(say: Say): ServicePageProps {
  return {
    slug: 'taps-and-lights',
    name: say('修水管电灯', 'Taps and lights'),
    groupName: say('家里修补', 'Repairs at home'),
    summary: say(
      '水龙头漏、马桶不停水、灯泡灯管不亮，师傅带工具上门修。要换零件，先问您再买。',
      'A dripping tap, a running cistern, a lamp that stays dark: someone comes with tools. Parts are bought only after asking you.',
    ),
    prepare: say(
      '先把水阀或电闸关上；家里有旧零件就留着，师傅好照样买。',
      'Turn off the water or the switch first; keep the old part so that we can match it.',
    ),
    whoMay: say('老人、病人、家里没有人会修的。', 'Older people, people who are ill, homes where nobody can do it.'),
    where: 'home',
    durationMinutes: 60,
    peopleNeeded: 1,
    licences: [say('电工证', 'electrician’s licence')],
    answerWithinMinutes: 120,
    answerWithinWorkingDays: null,
    answeredFrom: 480,
    answeredUntil: 1_260,
    arrangeWithinWorkingDays: null,
    arrangeWithinHours: 24,
    season: null,
    opensOn: null,
    reach: [],
    open: true,
    stations: sampleStations(say),
    related: sampleWishes(say).slice(1, 4),
  };
}

function samplePaper(say: Say): OrderPaperPageProps {
  const { slug, name, prepare, where } = sampleService(say);
  return {
    slug,
    name,
    prepare,
    where,
    placeName: '',
    station: station(say),
    emergencies: [{ number: '120', name: say('急救', 'ambulance') }],
    consent: [say('您填的只用来把这件事办好。', 'What you give is used only to get this done.')],
    consentOriginal: [],
    consentVersion: '2026-1',
    orderHref: `/services/${slug}/order`,
    qr: sampleQr,
    deskQr: sampleQr,
  };
}

function sampleOrderForms(say: Say): Record<'blank' | 'wrong', OrderFormPageProps> {
  const { slug, name, summary, prepare, where } = sampleService(say);
  const blank: OrderFormPageProps = {
    service: { slug, name, summary, prepare, where, groupUpTo: 12 },
    services: [],
    places: sampleTowns(say),
    emergencies: [
      { number: '110', name: say('报警', 'police') },
      { number: '119', name: say('火警', 'fire') },
      { number: '120', name: say('急救', 'ambulance') },
    ],
    consent: [
      say(
        '您的电话和地址只给接单的人在上门前后一天看，站里办这张单的人在办完之前看；每看一次都有记录。办完90天后删去。',
        'Your number and address are seen by the person who comes, from a day before until a day after, and by the station’s staff while the order is open. Each look is recorded. They are deleted 90 days afterwards.',
      ),
    ],
    consentOriginal: [],
    earliestOn: '2026-11-22',
    latestOn: '2026-12-22',
    repeatLatestOn: '2027-06-23',
    mostRepeats: 2,
    form: { ...blankForm, values: { forWhom: 'self', wishedPart: 'any' } },
  };
  return {
    blank,
    wrong: {
      ...blank,
      service: null,
      services: [
        { slug, name, groupName: say('家里修补', 'Repairs at home') },
        { slug: 'homework', name: say('孩子作业', 'Homework'), groupName: say('孩子', 'Children') },
      ],
      form: {
        ...blankForm,
        values: {
          service: slug,
          name: say('王阿姨', 'Mrs Wang'),
          phone: '138',
          forWhom: 'parent',
          servedName: say('李奶奶', 'Mrs Li'),
          wishedOn: '2026-11-20',
          wishedPart: 'evening',
          repeat: 'weekly',
          contactName2: say('李家大儿子', 'Her eldest son'),
          'told2-booked': 'yes',
          note: say('厨房水龙头一直滴。', 'The kitchen tap keeps dripping.'),
        },
        problems: [
          { field: 'phone', code: 'invalid_format', text: '' },
          {
            field: 'servedAgrees',
            code: 'served_agrees',
            text: say(
              '要先问过对方，同意了才能替他点。',
              'Please ask them first: an order for somebody needs their yes.',
            ),
          },
          { field: 'place', code: 'required', text: '' },
          { field: 'wishedOn', code: 'too_small', text: '' },
          {
            field: 'repeatTimes',
            code: 'repeat_end',
            text: say(
              '请写一共来几次，或者选到哪天为止，填一样就行。',
              'Please say how many times, or until which day: one of the two.',
            ),
          },
          { field: 'contactPhone2', code: 'required', text: say('这一项要填。', 'Please fill this in.') },
          {
            field: 'contactsAgree',
            code: 'contacts_agree',
            text: say('要先问过他们，同意了才能告诉。', 'Please ask them first: it needs their yes.'),
          },
          { field: 'consent', code: 'required', text: '' },
        ],
      },
    },
  };
}

function sampleStatuses(
  say: Say,
): Record<
  | 'coming'
  | 'repeating'
  | 'overdue'
  | 'putOff'
  | 'failed'
  | 'visited'
  | 'disputed'
  | 'referred'
  | 'merged'
  | 'helped'
  | 'cancelled',
  OrderStatusPageProps
> {
  const step = (kind: OrderStep['kind'], state: OrderStep['state'], more: Partial<OrderStep> = {}): OrderStep => ({
    kind,
    state,
    at: null,
    visit: null,
    putOff: null,
    failed: false,
    said: null,
    ...more,
  });
  const received = step('received', 'done', { at: at(14, 5) });
  const arranged = step('arranged', 'done', { at: at(15, 20) });
  const visit = { from: at(19, 30), until: at(20, 30), people: 1 };
  const coming: OrderStatusPageProps = {
    code,
    serviceName: say('修水管电灯', 'Taps and lights'),
    orderedAt: at(14, 5),
    steps: [received, arranged, step('accepted', 'now', { at: at(16, 0), visit }), step('finished', 'ahead')],
    ending: null,
    station: station(say),
    answerBy: null,
    overdue: false,
    time: null,
    repeats: null,
    parts: [{ serviceName: say('门窗', 'Doors and windows'), people: 2, sentence: 'waits' }],
    hasPassphrase: true,
    visitCode: { code: '4821 9035', until: at(19, 2) },
    may: { change: true, cancel: true, leaveOut: false, rate: false, settle: false, appeal: false, reopen: false },
    just: null,
    told: null,
    appeal: null,
  };
  return {
    coming,
    repeating: { ...coming, repeats: sampleRepeats, may: { ...coming.may, cancel: false, leaveOut: true } },
    overdue: {
      ...coming,
      steps: [received, step('arranged', 'now'), step('accepted', 'ahead'), step('finished', 'ahead')],
      answerBy: at(16, 5),
      overdue: true,
      hasPassphrase: false,
      visitCode: null,
    },
    putOff: {
      ...coming,
      steps: [
        received,
        arranged,
        step('accepted', 'now', { putOff: say('等零件到了再来。', 'We come when the part is here.') }),
        step('finished', 'ahead'),
      ],
      hasPassphrase: false,
      visitCode: null,
    },
    failed: {
      ...coming,
      steps: [received, arranged, step('accepted', 'now', { failed: true }), step('finished', 'ahead')],
      answerBy: at(17, 30),
      visitCode: null,
    },
    visited: {
      ...coming,
      time: { recorded: 60, said: 40, settled: null },
      steps: [
        received,
        arranged,
        step('accepted', 'done', { at: at(16, 0), visit: { ...visit, from: at(17, 30) } }),
        step('finished', 'now', { at: at(18, 20), said: 'nothing-yet' }),
      ],
      hasPassphrase: false,
      visitCode: null,
      may: { change: false, cancel: false, leaveOut: false, rate: true, settle: false, appeal: false, reopen: false },
    },
    disputed: {
      ...coming,
      steps: [
        received,
        arranged,
        step('accepted', 'done', { at: at(16, 0), visit: { ...visit, from: at(17, 30) } }),
        step('finished', 'done', { at: at(18, 20), said: 'disputed' }),
      ],
      hasPassphrase: false,
      visitCode: null,
      may: { change: false, cancel: false, leaveOut: false, rate: false, settle: true, appeal: false, reopen: true },
    },
    referred: {
      ...coming,
      ending: {
        kind: 'referred',
        at: at(16, 0),
        reason: say('燃气要有证的师傅，我们没有。', 'Gas needs a licensed fitter, whom we do not have.'),
        referredTo: { name: say('县燃气公司', 'the county gas company'), phone: '0000-1119999' },
        into: null,
      },
      may: { change: false, cancel: false, leaveOut: false, rate: false, settle: false, appeal: false, reopen: false },
    },
    merged: {
      ...coming,
      ending: {
        kind: 'merged',
        at: at(15, 0),
        reason: '',
        referredTo: null,
        into: { sentence: 'found', isSamePlace: true },
      },
      may: { change: false, cancel: false, leaveOut: false, rate: false, settle: false, appeal: false, reopen: false },
    },
    helped: {
      ...coming,
      ending: { kind: 'helped', at: at(14, 20), reason: '', referredTo: null, into: null },
      may: { change: false, cancel: false, leaveOut: false, rate: false, settle: false, appeal: false, reopen: false },
    },
    cancelled: {
      ...coming,
      ending: { kind: 'cancelled', at: at(18, 50), reason: '', referredTo: null, into: null },
      may: { change: false, cancel: false, leaveOut: false, rate: false, settle: false, appeal: false, reopen: false },
      just: 'cancelled',
    },
  };
}

function sampleJoin(say: Say): Record<'blank' | 'wrong', JoinPageProps> {
  const props: JoinPageProps = {
    teams: [
      {
        id: '01890000-0000-7000-8000-000000000001',
        name: say('水电队', 'Taps and lights'),
        about: say('周末上门修水管、换灯泡。', 'Mends taps and changes lamps at the weekend.'),
        placeName: say('东门社区', 'Dongmen'),
        skills: [say('修水管电灯', 'Taps and lights')],
      },
    ],
    skills: [
      { key: 'water-and-lights', name: say('修水管电灯', 'Taps and lights') },
      { key: 'hairdressing', name: say('理发', 'Haircuts') },
      { key: 'company', name: say('陪人看病', 'Company to the doctor') },
    ],
    places: sampleTowns(say),
    consent: [say('您填的，只用来安排志愿服务。', 'What you write is used only to arrange volunteering.')],
    consentOriginal: [],
    latestBirth: '2026-11-22',
    form: { ...blankForm, values: { from: '19:00', to: '21:00', 'day-2': 'yes', 'day-4': 'yes' } },
  };
  const wrong = {
    ...props.form,
    problems: [
      { field: 'guardianName', code: 'required', text: say('请填写。', 'Please fill this in.') },
      { field: 'consent', code: 'consent', text: say('请看过以后打勾。', 'Please tick this when you have read it.') },
    ],
  };
  return { blank: props, wrong: { ...props, form: wrong } };
}
