import { useState } from 'react';
import type { kioskList, RegisteredKiosk } from '@xiangyin/server/contract';
import { QrImage } from '../kit/qr-image.tsx';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { RegisteredPart, RegisterForm } from './registered-part.tsx';
import { stationsTexts } from './stations-texts.ts';

/** The station's kiosks: which there are, a new one, and an end to one. */
export function KiosksPart({ stationId }: { stationId: string }) {
  const { kiosks: words } = useWords(stationsTexts);
  const times = useTimes();
  const [made, setMade] = useState<RegisteredKiosk | null>(null);
  const path = `/stations/${stationId}/kiosks`;
  return (
    <RegisteredPart<Answer<typeof kioskList>['items'][number]>
      path={path}
      words={words}
      since={(one) =>
        one.startedAt ? words.started(times.at(one.startedAt)) : words.registered(times.at(one.registeredAt))
      }
    >
      <RegisterForm name="kiosk" path={path} words={words} onDone={setMade} />
      {made && (
        <section aria-live="polite" style={{ marginTop: 16 }}>
          <p>{words.open}</p>
          <QrImage qr={made.qr} alt={words.scan} />
          <p style={{ overflowWrap: 'anywhere' }}>
            <a href={made.href} target="_blank" rel="noreferrer">
              {made.href}
            </a>
          </p>
        </section>
      )}
    </RegisteredPart>
  );
}
