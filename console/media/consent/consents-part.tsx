import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ConsentListView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { ConsentDialog } from './consent-dialog.tsx';
import { ConsentLine } from './consent-line.tsx';
import { consentTexts } from './consent-texts.ts';
import './consent.css';

/** Who of the people in a picture or a recording agreed to its being shown; `path` is its own in the API. Nothing of it is required of anybody. */
export function ConsentsPart({ of, path }: { of: 'picture' | 'material'; path: string }) {
  const words = useWords(consentTexts);
  const [recording, setRecording] = useState(false);
  const consents = useQuery({
    queryKey: ['consents', path],
    queryFn: ({ signal }) => read<ConsentListView>(`${path}/consents`, {}, { signal }),
  });
  return (
    <Part
      title={words.titles[of]}
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
      {recording && <ConsentDialog path={path} onClose={() => setRecording(false)} />}
    </Part>
  );
}
