import type { SubmissionView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { FullWay, TopBar } from '../kit/parts.tsx';
import { useMore } from '../kit/use-more.ts';
import type { SubmissionListView } from './lists.ts';
import { Row } from './story-row.tsx';

const looks = {
  waiting: 'due',
  accepted: 'ok',
  merged: 'info',
  returned: '',
  rejected: '',
  taken_back: '',
} as const satisfies Record<SubmissionView['state'], string>;

/** 来稿: what correspondents handed in, those that wait first asked for; each opens to be read, taken, joined to another or reviewed. */
export default function SubmissionsPage() {
  const [isAll, setAll] = useState(false);
  return (
    <>
      <TopBar title={say('submission.title')} />
      <main>
        <div class="two which" role="group" aria-label={say('submission.which')}>
          {[false, true].map((all) => (
            <button
              key={String(all)}
              type="button"
              class={isAll === all ? 'btn chosen' : 'btn'}
              aria-pressed={isAll === all}
              onClick={() => setAll(all)}
            >
              {say(all ? 'submission.all' : 'submission.waiting')}
            </button>
          ))}
        </div>
        <Rows key={String(isAll)} isAll={isAll} />
        <FullWay />
      </main>
    </>
  );
}

function Rows({ isAll }: { isAll: boolean }) {
  const list = useMore<SubmissionView, SubmissionListView>(
    isAll ? '/submissions?limit=20' : '/submissions?state=waiting&sort=sentAt&limit=20',
    { everySeconds: 30 },
  );
  return (
    <LongRows list={list} empty={say(isAll ? 'submission.none' : 'submission.none-waits')}>
      {(one) => (
        <Row
          key={one.id}
          to={`/stories/${one.id}`}
          title={one.title || say('stories.untitled')}
          tag={say(`submission.state.${one.state}`)}
          look={looks[one.state]}
          about={[one.sender.name, inWords(one.section.name), momentOf(one.sentAt)].join(' · ')}
        />
      )}
    </LongRows>
  );
}
