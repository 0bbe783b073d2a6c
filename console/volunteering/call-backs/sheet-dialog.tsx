import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { callBackSheet } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { newKey } from '../../kit/new-key.ts';
import { Quiet } from '../../kit/page.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { callBackTexts } from '../call-back-texts.ts';
import '../call-backs.css';

type Sheet = Answer<typeof callBackSheet>;

/** Whom I ring, on paper or from the screen; opening it is a look, and written down once. */
export function SheetDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(callBackTexts);
  const language = useLanguage();
  const times = useTimes();
  const [key] = useState(newKey);
  const sheet = useQuery({
    queryKey: ['call-back-sheet', key],
    queryFn: () => act<Sheet>('POST', '/call-back-sheets', undefined, { key }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={words.sheetTitle} width={760}>
      <Loaded query={sheet} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Quiet title={words.sheetEmpty} />
          ) : (
            <div className="call-paper stack tight">
              <p>{words.ask}</p>
              <div style={{ overflowX: 'auto' }}>
                <table className="call-sheet">
                  <thead>
                    <tr>
                      <th>{words.what}</th>
                      <th>{words.visited}</th>
                      <th>{words.served}</th>
                      <th className="blank">{words.result}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((one) => (
                      <tr key={one.id}>
                        <td>
                          {inWords(one.service, language)}
                          <div className="meta">{inWords(one.place.name, language)}</div>
                        </td>
                        <td>{times.at(one.visitedAt)}</td>
                        <td>
                          {one.name}
                          <br />
                          <a className="num" href={`tel:${one.phone}`}>
                            {one.phone}
                          </a>
                        </td>
                        <td aria-label={words.result} />
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <p className="meta">{words.sheetHint}</p>
              <Button type="primary" onClick={() => window.print()} style={{ alignSelf: 'start' }}>
                {words.print}
              </Button>
            </div>
          )
        }
      </Loaded>
    </Modal>
  );
}
