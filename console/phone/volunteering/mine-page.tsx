import type { TermLine, VolunteerView } from '@xiangyin/server/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import { Lacking, Older, Part, TopBar } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { OwnCalendar } from './own-calendar.tsx';
import { OwnConsents } from './own-consents.tsx';
import { OwnExclusions } from './own-exclusions.tsx';
import { OwnPapers } from './own-papers.tsx';
import { OwnPause } from './own-pause.tsx';
import { OwnTrainings } from './own-trainings.tsx';
import { TimesForm } from './own-times.tsx';

/** What I can do, when, how far, and my papers: a volunteer's own to say, and to change at any time. */
export default function MinePage() {
  const personId = useCell(session.me)?.personId;
  const own = useAnswer<VolunteerView>(personId ? `/volunteers/${personId}` : null);
  const terms = useAnswer<{ items: TermLine[] }>('/service-terms');
  // Nobody's form is emptied under their hands by an answer that came in meanwhile.
  const [volunteer, setVolunteer] = useState<VolunteerView | null>(null);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const { value, kept } = own;
  useEffect(() => {
    if (value && !kept) setVolunteer((last) => last ?? value);
  }, [value, kept]);
  // What a consent changed is read anew.
  const again = () => {
    setVolunteer(null);
    own.again();
  };
  const saved = (changed: VolunteerView) => {
    setVolunteer(changed);
    setSaid(say('own.saved'));
    // The button stands at the end of a long form, which is drawn anew: whoever tapped it sees that it was done.
    status.current?.focus();
  };
  const termsOf = (kind: TermLine['kind']) => (terms.value?.items ?? []).filter((term) => term.kind === kind);
  return (
    <>
      <TopBar title={say('mine.title')} />
      <main>
        <p role="status" class={said === '' ? '' : 'note info'} ref={status} tabIndex={-1}>
          {said}
        </p>
        {volunteer === null ? (
          // What this phone remembers is not written over with a form: it waits for the record.
          <Lacking answers={[{ ...own, value: undefined }]} />
        ) : volunteer.state === 'left' ? (
          <>
            <Older answers={[own]} />
            <p class="empty">{say('mine.left')}</p>
            <OwnConsents personId={volunteer.personId} changed={again} />
          </>
        ) : (
          <>
            <Older answers={[own]} />
            <OwnPause volunteer={volunteer} saved={saved} />
            <Part title={say('own.title')}>
              <TimesForm key={volunteer.version} volunteer={volunteer} skills={termsOf('skill')} saved={saved} />
            </Part>
            <OwnCalendar />
            <OwnPapers volunteer={volunteer} licences={termsOf('licence')} saved={saved} />
            <OwnTrainings volunteer={volunteer} terms={termsOf('training')} />
            <OwnConsents personId={volunteer.personId} changed={again} />
            <OwnExclusions personId={volunteer.personId} />
          </>
        )}
      </main>
    </>
  );
}
