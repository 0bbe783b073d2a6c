import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { momentOf } from '../kit/county-time.ts';
import { say, type TextKey } from '../kit/language.ts';
import { go, hrefOf } from '../kit/navigate.ts';
import { TopBar } from '../kit/parts.tsx';
import { keepDraft } from '../newsroom/draft.ts';
import { pageOfAct, wordsOfAct } from './about-act.ts';
import type { Act, Entry } from './entry.ts';
import { dropAttachment, attachments, attachmentsRead, attachmentsRefused, attachmentsUnderWay } from './attachment.ts';
import { AttachmentCard } from './attachment-card.tsx';
import { dropEntry, held, outbox, outboxRead, sending } from './outbox.ts';
import { attachmentsSoon } from './send-attachments.ts';
import { soon } from './send-outbox.ts';

/** What this phone still has to send, in order, and what the server did not take. */
export function OutboxPage() {
  const personId = useCell(session.me)?.personId;
  const mine = useCell(outbox).filter((entry) => entry.personId === personId);
  const now = useCell(sending);
  const kept = useCell(attachments);
  const underWay = attachmentsUnderWay(kept, personId);
  const ownAttachments = [...underWay, ...attachmentsRefused(kept, personId)];
  // While it is not known what waits, nothing is said to be sent.
  const isRead = [useCell(outboxRead), useCell(attachmentsRead), personId !== undefined].every(Boolean);
  const sendNow = () => {
    soon();
    attachmentsSoon();
  };
  return (
    <>
      <TopBar title={say('outbox.title')} />
      <main>
        {isRead && mine.length + ownAttachments.length === 0 && <p class="empty">{say('outbox.empty')}</p>}
        {mine.map((entry) => (
          <EntryCard key={entry.id} entry={entry} isSending={entry.id === now} />
        ))}
        {ownAttachments.map((attachment) => (
          <AttachmentCard key={attachment.id} attachment={attachment} />
        ))}
        {(underWay.length > 0 || mine.some((entry) => entry.state === 'waiting')) && (
          <>
            <button type="button" class="btn wide" onClick={sendNow}>
              {say('outbox.now')}
            </button>
            <p class="meta">{say(underWay.length > 0 ? 'outbox.how.attachments' : 'outbox.how')}</p>
          </>
        )}
      </main>
    </>
  );
}

const names: Readonly<Record<Act['kind'], TextKey>> = {
  'submit-story': 'act.submit-story',
  'accept-offer': 'act.accept-offer',
  'decline-offer': 'act.decline-offer',
  'accept-assignment': 'act.accept-assignment',
  'decline-assignment': 'act.decline-assignment',
  'deliver-assignment': 'act.deliver-assignment',
  'note-idea': 'act.note-idea',
  'check-in': 'act.check-in',
  'complete-visit': 'act.complete-visit',
  'release-visit': 'act.release-visit',
  'fail-visit': 'act.fail-visit',
  'report-incident': 'act.report-incident',
  'ask-correction': 'act.ask-correction',
  'answer-difference': 'act.answer-difference',
  'ask-certificate': 'act.ask-certificate',
};

function EntryCard({ entry, isSending }: { entry: Entry; isSending: boolean }) {
  const [page, words] = [pageOfAct(entry.act), wordsOfAct(entry.act)];
  const isUnkept = useCell(held).has(entry.id);
  return (
    <article class="card">
      <p class="when">
        <span class={entry.state === 'refused' ? 'tag hot' : 'tag due'}>
          {say(entry.state === 'refused' ? 'entry.refused' : isSending ? 'entry.sending' : 'entry.waiting')}
        </span>
        <span class="meta">
          {say(names[entry.act.kind])} · {momentOf(entry.madeAt)}
        </span>
      </p>
      <h2>{entry.title}</h2>
      {isUnkept && entry.state === 'waiting' && <p>{say('entry.unkept')}</p>}
      {entry.reason !== undefined && <p role="alert">{entry.reason}</p>}
      {entry.state === 'refused' && words !== '' && <p class="said">{words}</p>}
      {entry.state === 'refused' && (
        <div class="two">
          <button type="button" class="btn" onClick={() => void giveUp(entry)}>
            {say('entry.drop')}
          </button>
          {page !== null && (
            <a class="btn" href={hrefOf(page)}>
              {say('entry.open')}
            </a>
          )}
          {entry.act.kind === 'submit-story' && (
            <button type="button" class="btn primary" onClick={() => void reopen(entry)}>
              {say('entry.mend')}
            </button>
          )}
        </div>
      )}
    </article>
  );
}

// What was to follow the text goes with it.
async function giveUp({ id, act }: Entry): Promise<void> {
  await dropEntry(id);
  if (act.kind === 'submit-story')
    for (const attachment of act.draft.attachments ?? []) await dropAttachment(attachment.id);
}

/** What was not taken becomes a draft again, with everything in it; what of it the server has already is changed there. */
async function reopen(entry: Entry): Promise<void> {
  if (entry.act.kind !== 'submit-story') return;
  const { draft, stored } = entry.act;
  await keepDraft({ ...draft, revises: stored ?? draft.revises });
  await dropEntry(entry.id);
  go(`/drafts/${draft.id}`);
}
