import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { HookList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Part } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { HookActs } from './hook-acts.tsx';
import { HookDialog } from './hook-dialog.tsx';
import { HookState } from './hook-state.tsx';
import { hookTexts } from './hook-texts.ts';

/** Groups and programs of mine that are told what I am told. */
export function OwnHooks() {
  const words = useWords(hookTexts);
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['own-notice-hooks'],
    queryFn: ({ signal }) => read<HookList>('/me/notice-hooks', {}, { signal }),
  });
  return (
    <Part title={words.ownTitle} aside={<Button onClick={() => setAdding(true)}>{words.ownAdd}</Button>}>
      <p className="meta">{words.ownHint}</p>
      <Loaded query={query} rows={1}>
        {({ items }) => (
          <div className="stack" style={{ marginTop: items.length > 0 ? 12 : 0 }}>
            {items.map((hook) => (
              <div key={hook.id} className="row" style={{ justifyContent: 'space-between', flexWrap: 'wrap' }}>
                <div>
                  <strong>{hook.name}</strong>{' '}
                  <span className="second">
                    {words.kinds[hook.kind]} · {hook.host}
                  </span>
                  <div>
                    <HookState hook={hook} />
                  </div>
                </div>
                <HookActs hook={hook} path="/me/notice-hooks" />
              </div>
            ))}
          </div>
        )}
      </Loaded>
      {adding && <HookDialog path="/me/notice-hooks" onClose={() => setAdding(false)} />}
    </Part>
  );
}
