import { useState } from 'preact/hooks';
import type { CredentialsView, OidcJourney } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { dayOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { Problem } from '../kit/problem.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { Sheet } from './sheet.tsx';
import { StepUpSheet } from './step-up-sheet.tsx';

const path = '/me/credentials';

/** The link of my account with the office's own sign-in; nothing where there is none, or while the line is away. Confirmed first, as every change of how one signs in. */
export function ProviderLink() {
  const { value, again } = useAnswer<CredentialsView>(path, { everySeconds: 300, keep: false });
  const { run, busy, problem, confirming, confirmed } = useConfirmed();
  const [asked, setAsked] = useState(false);
  const held = value?.oidc;
  if (!held) return null;
  const link = async (): Promise<void> => {
    const { address } = await act<OidcJourney>('POST', '/me/oidc-links', { startOn: 'phone-account' });
    location.assign(address);
  };
  const unlink = async (): Promise<void> => {
    setAsked(false);
    await act('DELETE', '/me/oidc-link', undefined, newId());
    again();
  };
  return (
    <Part title={say('provider.title', { name: held.name })}>
      <div class="stack-sheet">
        <p class="meta">
          {held.linkedAt === null ? say('provider.not-yet') : say('provider.linked', { day: dayOf(held.linkedAt) })}
        </p>
        <p class="meta">{say('provider.hint')}</p>
        {problem && <Trouble problem={problem} />}
        <button
          type="button"
          class="btn wide"
          disabled={busy}
          onClick={() => (held.linkedAt === null ? void run(link) : setAsked(true))}
        >
          {say(held.linkedAt === null ? 'provider.link' : 'provider.unlink')}
        </button>
      </div>
      {asked && (
        <Sheet title={say('provider.unlink')} close={() => setAsked(false)}>
          <p class="meta">{say('provider.unlink.sure')}</p>
          <button type="button" class="btn wide" disabled={busy} onClick={() => void run(unlink)}>
            {say('provider.unlink')}
          </button>
          <button type="button" class="plain" onClick={() => setAsked(false)}>
            {say('stay')}
          </button>
        </Sheet>
      )}
      {confirming && <StepUpSheet close={() => confirmed(false)} done={() => confirmed(true)} />}
    </Part>
  );
}

/** Does what asks for a confirmation when it is too old, and does it again after it. */
function useConfirmed() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [held, setHeld] = useState<{ readonly work: () => Promise<void> } | null>(null);
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (error instanceof Problem && error.code === 'StepUpRequired') setHeld({ work });
      else setProblem(error instanceof Problem ? error : new Problem('Unexpected', 0, String(error)));
    } finally {
      setBusy(false);
    }
  };
  const confirmed = (isDone: boolean): void => {
    setHeld(null);
    if (isDone && held) void run(held.work);
  };
  return { run, busy, problem, confirming: held !== null, confirmed };
}
