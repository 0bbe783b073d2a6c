import type { FrontView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { FullWay, Part, Shown, TopBar, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { FrontSlot, slotWords } from './front-slot.tsx';
import type { SectionListView } from './lists.ts';
import { PlaceSheet } from './place-sheet.tsx';

/** 首页安排: what stands at the head of the front page or of a section, put there, moved and taken away from the phone. */
export default function FrontPage() {
  const [section, setSection] = useState('');
  const sections =
    useAnswer<SectionListView>('/sections', { everySeconds: 600 }).value?.items.filter((one) => !one.ended) ?? [];
  return (
    <>
      <TopBar title={say('front.title')} />
      <main>
        <p class="meta">{say('front.how')}</p>
        <label class="field which">
          <span>{say('front.page')}</span>
          <select value={section} onChange={({ currentTarget }) => setSection(currentTarget.value)}>
            <option value="">{say('front.home')}</option>
            {sections.map((one) => (
              <option key={one.id} value={one.id}>
                {inWords(one.name)}
              </option>
            ))}
          </select>
        </label>
        <Front key={section} path={section === '' ? '/front' : `/front?section=${section}`} />
        <FullWay />
      </main>
    </>
  );
}

function Front({ path }: { path: string }) {
  const answer = useAnswer<FrontView>(path, { everySeconds: 30 });
  const { run, busy, problem } = useAct();
  const [placing, setPlacing] = useState<number | null>(null);
  const [removed, setRemoved] = useState<FrontView['coming'][number] | null>(null);
  const [told, setTold] = useState('');
  const done = (words: string): void => {
    setPlacing(null);
    setTold(words);
    answer.again();
  };
  const move = async (id: string, to: number): Promise<void> => {
    setRemoved(null);
    if (await run('PATCH', `/placements/${id}`, { slot: to })) done(say('front.moved'));
  };
  const remove = async (one: FrontView['coming'][number]): Promise<void> => {
    if (!(await run('POST', `/placements/${one.id}/removals`, {}))) return;
    setRemoved(one);
    done(say('front.removed', { title: one.story.title }));
  };
  const putBack = async ({ slot, story, standing, fromAt, untilAt }: FrontView['coming'][number]): Promise<void> => {
    const body = { section: answer.value?.section?.id ?? null, slot, storyId: story.id, untilAt };
    if (!(await run('POST', '/placements', { ...body, ...(standing === 'later' ? { fromAt } : {}) }))) return;
    setRemoved(null);
    done(say('front.back'));
  };
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <div class={told === '' ? '' : 'note info'} role="status">
        {told}
        {removed && (
          <button type="button" class="btn wide" disabled={busy} onClick={() => void putBack(removed)}>
            {say('front.put-back')}
          </button>
        )}
      </div>
      <Shown answer={answer}>
        {(front) => (
          <>
            <ul class="rows">
              {front.slots.map((slot) => (
                <FrontSlot
                  key={slot.slot}
                  slot={slot}
                  last={front.slots.length}
                  busy={busy}
                  move={(id, to) => void move(id, to)}
                  remove={() => slot.placement && void remove(slot.placement)}
                  place={() => setPlacing(slot.slot)}
                />
              ))}
            </ul>
            <Coming coming={front.coming} busy={busy} remove={(one) => void remove(one)} />
            {placing !== null && (
              <PlaceSheet
                front={front}
                slot={placing}
                close={() => setPlacing(null)}
                done={() => done(say('front.placed'))}
              />
            )}
          </>
        )}
      </Shown>
    </>
  );
}

function Coming({
  coming,
  busy,
  remove,
}: {
  coming: FrontView['coming'];
  busy: boolean;
  remove: (one: FrontView['coming'][number]) => void;
}) {
  if (coming.length === 0) return null;
  return (
    <Part title={say('front.coming')}>
      <ul class="rows">
        {coming.map((one) => (
          <li key={one.id}>
            <div>
              <b>{one.story.title}</b>
              <span class="meta">
                {[
                  slotWords(one.slot),
                  say('front.by', { name: one.placedBy.name, time: momentOf(one.fromAt) }),
                  one.untilAt ? say('front.till', { time: momentOf(one.untilAt) }) : say('front.open'),
                ].join(' · ')}
              </span>
              <span class="takes">
                <button type="button" class="btn" disabled={busy} onClick={() => remove(one)}>
                  {say('front.remove')}
                </button>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}
