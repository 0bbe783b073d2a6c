import type {
  KioskFrame,
  OrderFormPageProps,
  OrderSlipPageProps,
  OrderStatusPageProps,
} from '@xiangyin/server/contract';
import { blankForm } from './newsroom.ts';
import { sampleStations, sampleWishes } from './portal.ts';
import type { Say } from './say.ts';

/** The pages of a station's kiosk. */
export function kioskSamples(
  say: Say,
  { slip, status, order }: { slip: OrderSlipPageProps; status: OrderStatusPageProps; order: OrderFormPageProps },
) {
  const kiosk = frameOf(say, order);
  const { emergencies } = kiosk;
  const start = { emergencies, form: blankForm };
  return {
    'volunteering/kiosk': { plain: { kiosk } },
    'volunteering/kiosk-start': {
      fresh: { ...start, stationName: say('东门站', 'Dongmen station'), why: null },
      used: { ...start, stationName: null, why: 'used' as const },
    },
    'volunteering/kiosk-services': {
      some: {
        kiosk,
        groups: [{ key: 'repair', name: say('家里修补', 'Repairs at home'), services: sampleWishes(say) }],
      },
      none: { kiosk, groups: [] },
    },
    'volunteering/kiosk-order': { wrong: { kiosk, order } },
    'volunteering/kiosk-slip': { plain: { kiosk, slip } },
    'volunteering/kiosk-look-up': {
      wrong: {
        kiosk,
        form: { ...blankForm, values: { code: '7K3M' }, problems: [{ field: 'code', code: 'unknown', text: '' }] },
      },
    },
    'volunteering/kiosk-status': { coming: { kiosk, status } },
  };
}

function frameOf(say: Say, order: OrderFormPageProps): KioskFrame {
  const [station] = sampleStations(say);
  if (!station) throw new Error('no sample station');
  return { emergencies: order.emergencies, station, idleSeconds: 120, warnSeconds: 30 };
}
