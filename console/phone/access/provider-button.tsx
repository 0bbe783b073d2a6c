import type { OidcJourney, OidcProvider } from '@xiangyin/server/contract';
import { useEffect, useState } from 'preact/hooks';
import { act, read } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { endLeftSession } from './end-session.ts';

/** Signs in by the office's own provider; nothing where there is none, or while the line is away. */
export function ProviderButton({ busy, run }: { busy: boolean; run: (work: () => Promise<void>) => void }) {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    read<OidcProvider>('/oidc-provider')
      .then(({ provider }) => setName(provider?.name ?? null))
      .catch(() => undefined);
  }, []);
  if (name === null) return null;
  const go = async (): Promise<void> => {
    await endLeftSession();
    const { address } = await act<OidcJourney>('POST', '/oidc-sign-ins', { startOn: 'phone' });
    location.assign(address);
  };
  return (
    <button type="button" class="btn wide" disabled={busy} onClick={() => run(go)}>
      {say('sign-in.provider', { name })}
    </button>
  );
}
