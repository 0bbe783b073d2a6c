import { session } from '../access/session.ts';
import { onLine } from '../kit/line.ts';
import { isAboutSession, mayPass, Problem } from '../kit/problem.ts';
import { arrivals } from './outbox.ts';
import {
  dropAttachment,
  attachments,
  attachmentsUnderWay,
  keepAttachment,
  openAttachments,
  type Attachment,
} from './attachment.ts';
import { sendAttachment } from './send-attachment.ts';

const pauses = [3, 6, 12, 30, 60];
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;

/** Sends attachments beside everything else, one after the other, whenever there is hope: nobody's check-in waits behind an hour of film. */
export function startSendingAttachments(): void {
  void openAttachments().then(sendAttachments);
  onLine.follow(() => onLine.get() && attachmentsSoon());
  session.returned.follow(attachmentsSoon);
  session.me.follow(attachmentsSoon);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && attachmentsSoon());
}

/** There is hope again: forgets earlier failures and sends. */
export function attachmentsSoon(): void {
  failures = 0;
  void sendAttachments();
}

const mine = (): Attachment[] => attachmentsUnderWay(attachments.get(), session.me.get()?.personId);

async function sendAttachments(): Promise<void> {
  if (running || session.need.get() !== 'nothing' || mine().length === 0) return;
  running = true;
  clearTimeout(timer);
  try {
    await alone(sendAll);
  } finally {
    running = false;
    if (mine().length > 0 && session.need.get() === 'nothing')
      timer = setTimeout(() => void sendAttachments(), (pauses[Math.min(failures, pauses.length) - 1] ?? 1) * 1_000);
  }
}

// Of two windows of the same phone one sends; the other then sees what is left.
async function alone(work: () => Promise<void>): Promise<void> {
  const turn = async (): Promise<void> => {
    await openAttachments();
    await work();
  };
  if ('locks' in navigator) await navigator.locks.request('xiangyin-attachments', turn);
  else await turn();
}

async function sendAll(): Promise<void> {
  for (const attachment of mine())
    try {
      await sendAttachment(attachment);
      failures = 0;
      await dropAttachment(attachment.id);
      arrivals.set(arrivals.get() + 1);
    } catch (error) {
      if (isAboutSession(error)) return session.lost(error);
      if (!(error instanceof Problem) || mayPass(error) || mayPassTomorrow(error)) {
        failures += 1;
        return;
      }
      await keepAttachment({ ...attachment, state: 'refused', reason: error.message });
    }
}

// What was begun may have gone after a week without a line, and a day's measure may be full: both come right by themselves.
const mayPassTomorrow = ({ code }: Problem): boolean =>
  code === 'NotFound' || code === 'UploadQuotaReached' || code === 'TooManyOpenUploads' || code === 'UploadMoved';
