import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { MapGround } from '@xiangyin/server/contract';
import { Quiet } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { GroundMap } from './ground-map.tsx';
import type { GroundFault } from './ground-map.tsx';
import { mapTexts } from './map-texts.ts';
import type { MapPicture } from './picture.ts';
import { PlainMap } from './plain-map.tsx';

/** Places with a number each: over the county's ground where it has one, its tiles come and the browser can draw it, else drawn from the list of places alone. `legend` stands above it, and hears whether there is a ground. */
export function PlacesMap({
  map: { ground, landmarks },
  picture,
  legend,
}: {
  map: MapGround;
  picture: MapPicture;
  legend: (isGrounded: boolean) => ReactNode;
}) {
  const words = useWords(mapTexts);
  const [fault, setFault] = useState<GroundFault | null>(null);
  const isGrounded = ground !== null && fault === null;
  if (picture.spots.length + picture.homes.length === 0) return <Quiet title={words.none} />;
  return (
    <>
      {legend(isGrounded)}
      {isGrounded ? (
        <GroundMap
          key={JSON.stringify([ground, picture.spots.map((one) => one.placeId)])}
          ground={ground}
          landmarks={landmarks}
          picture={picture}
          onFail={setFault}
        />
      ) : (
        <PlainMap landmarks={landmarks} picture={picture} />
      )}
      {fault !== null && (
        <p className="meta" role="status">
          {words.faults[fault]}{' '}
          {fault === 'tiles' && (
            <Button size="small" onClick={() => setFault(null)}>
              {words.again}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
