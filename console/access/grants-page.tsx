import { Button } from 'antd';
import { useState } from 'react';
import { useMaySomewhere } from '../kit/session.ts';
import { Page } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';
import { GiveGrant } from './grants/give-grant.tsx';
import { GrantsList } from './grants/grants-list.tsx';

/** Who holds which duty where, and the watch. */
export function GrantsPage() {
  const { grants } = useWords(accessTexts);
  const mayGive = useMaySomewhere('grant.add');
  const [giving, setGiving] = useState<'role' | 'duty' | null>(null);
  return (
    <Page
      title={grants.title}
      actions={
        mayGive && (
          <>
            <Button onClick={() => setGiving('duty')}>{grants.addDuty}</Button>
            <Button type="primary" onClick={() => setGiving('role')}>
              {grants.add}
            </Button>
          </>
        )
      }
    >
      <GrantsList />
      {giving && <GiveGrant duty={giving === 'duty'} onClose={() => setGiving(null)} />}
    </Page>
  );
}
