import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { oidcJourney, oidcProvider } from '@xiangyin/server/contract';
import { act, read } from '../kit/api.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { oidcTexts } from './oidc-texts.ts';

/** Signs in by the office's own provider; nothing where there is none. `run` shows what goes wrong. */
export function ProviderButton({ busy, run }: { busy: boolean; run: (work: () => Promise<void>) => void }) {
  const words = useWords(oidcTexts);
  const found = useQuery({
    queryKey: ['oidc-provider'],
    queryFn: ({ signal }) => read<Answer<typeof oidcProvider>>('/oidc-provider', {}, { signal }),
  });
  const provider = found.data?.provider;
  if (!provider) return null;
  const go = async (): Promise<void> => {
    const { address } = await act<Answer<typeof oidcJourney>>(
      'POST',
      '/oidc-sign-ins',
      { startOn: 'console' },
      { gate: false },
    );
    location.assign(address);
  };
  return (
    <Button block size="large" loading={busy} style={{ marginTop: 12 }} onClick={() => run(go)}>
      {words.by(provider.name)}
    </Button>
  );
}
