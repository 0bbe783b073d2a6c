import { App, Button } from 'antd';
import type { CredentialsView, oidcJourney } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { oidcTexts } from '../oidc-texts.ts';

/** The link with the office's own sign-in; nothing where there is none. */
export function ProviderPart({ held: { oidc } }: { held: CredentialsView }) {
  const words = useWords(oidcTexts);
  const times = useTimes('real');
  const confirm = useConfirm();
  const { message } = App.useApp();
  const begin = useAct<Answer<typeof oidcJourney>>();
  const end = useAct<null>();
  if (!oidc) return null;
  const link = async (): Promise<void> => {
    const journey = await begin.run('POST', '/me/oidc-links', {});
    if (journey) location.assign(journey.address);
  };
  const unlink = async (): Promise<void> => {
    if (!(await confirm({ title: words.unlink, consequence: words.unlinkSure, act: words.unlink }))) return;
    if ((await end.run('DELETE', '/me/oidc-link')) === undefined) return;
    void message.success(words.unlinked);
    await refresh();
  };
  return (
    <Part
      title={words.title(oidc.name)}
      aside={
        oidc.linkedAt === null ? (
          <Button loading={begin.busy} onClick={() => void link()}>
            {words.link}
          </Button>
        ) : (
          <Button onClick={() => void unlink()}>{words.unlink}</Button>
        )
      }
    >
      <p className="meta">
        <Tag tone={oidc.linkedAt === null ? 'plain' : 'ok'}>
          {oidc.linkedAt === null ? words.notYet : words.linkedSince(times.on(oidc.linkedAt))}
        </Tag>{' '}
        {words.hint}
      </p>
    </Part>
  );
}
