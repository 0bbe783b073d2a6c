import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ConsentListView, PictureView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { ConsentDialog } from './consent-dialog.tsx';
import { ConsentLine } from './consent-line.tsx';
import { consentTexts } from './consent-texts.ts';
import './consent.css';

/** Who of the people in a picture agreed to its being shown. Nothing of it is required of anybody. */
export function ConsentsPart({ picture }: { picture: PictureView }) {
  const words = useWords(consentTexts);
  const [recording, setRecording] = useState(false);
  const consents = useQuery({
    queryKey: ['pictures', picture.hash, 'consents'],
    queryFn: ({ signal }) => read<ConsentListView>(`/pictures/${picture.hash}/consents`, {}, { signal }),
  });
  return (
    <Part
      title={words.title}
      aside={
        consents.data?.abilities.includes('consent.record') && (
          <Button size="small" onClick={() => setRecording(true)}>
            {words.record}
          </Button>
        )
      }
    >
      <Loaded query={consents}>
        {({ items, abilities }) =>
          items.length === 0 ? (
            <p className="meta">{words.none}</p>
          ) : (
            <ul className="consents">
              {items.map((consent) => (
                <ConsentLine key={consent.id} consent={consent} abilities={abilities} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {recording && <ConsentDialog picture={picture} onClose={() => setRecording(false)} />}
    </Part>
  );
}
