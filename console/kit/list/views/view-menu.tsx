import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { SavedView } from '@xiangyin/server/contract';
import { useConfirm } from '../../confirm.ts';
import { kitTexts } from '../../kit-texts.ts';
import { useWords } from '../../texts.ts';
import { useAct } from '../../use-act.ts';
import type { Views } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';

/** What can be done with the view at hand, or that what is shown can be kept. Stands outside of the row of tabs, which may be wider than the page. */
export function ViewMenu({ list, views, mayKeep }: { list: string; views: Views; mayKeep: boolean }) {
  const words = useWords(kitTexts).views;
  const [editing, setEditing] = useState<{ view: SavedView | null } | null>(null);
  const acts = useViewActs(list, views);
  const { shown, isChanged } = views;
  const items = shown
    ? [
        ...(isChanged && shown.mayChange ? [{ key: 'replace', label: words.replace }] : []),
        ...(isChanged ? [{ key: 'another', label: words.another }] : []),
        { key: 'first', label: shown.isFirst ? words.notFirst : words.first },
        ...(shown.mayChange
          ? [
              { key: 'change', label: words.change },
              { key: 'drop', label: words.drop, danger: true },
            ]
          : []),
      ]
    : [];
  const choose = (key: string): void => {
    if (!shown) return;
    if (key === 'another') setEditing({ view: null });
    else if (key === 'change') setEditing({ view: shown });
    else if (key === 'replace') void acts.replace(shown);
    else if (key === 'first') void acts.openFirst(shown);
    else void acts.drop(shown);
  };
  if (!shown && !mayKeep) return null;
  return (
    <>
      {shown ? (
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
          <Button type="text" size="small" loading={acts.busy} title={words.menu(shown.name)}>
            {isChanged ? words.changed : words.more}
          </Button>
        </Dropdown>
      ) : (
        <Button type="text" size="small" onClick={() => setEditing({ view: null })}>
          + {words.keep}
        </Button>
      )}
      {editing && <ViewDialog list={list} views={views} view={editing.view} onClose={() => setEditing(null)} />}
    </>
  );
}

function useViewActs(list: string, views: Views) {
  const words = useWords(kitTexts).views;
  const { message } = App.useApp();
  const confirm = useConfirm();
  const { run, busy } = useAct<{ id: string } | null>();
  const told = async (done: unknown, said: string): Promise<void> => {
    if (done !== undefined) void message.success(said);
    await views.reload();
  };
  return {
    busy,
    replace: async ({ id, version }: SavedView) =>
      told(await run('PATCH', `/views/${id}`, { version, search: views.search }), words.kept),
    openFirst: async ({ id, isFirst }: SavedView) =>
      told(
        await run('PUT', '/first-views', { list, viewId: isFirst ? null : id }),
        isFirst ? words.noLongerFirst : words.isFirst,
      ),
    drop: async ({ id, name, audience }: SavedView) => {
      const sure = await confirm({
        title: words.dropTitle(name),
        consequence: audience ? words.dropShared(audience.name) : words.dropOwn,
        act: words.drop,
      });
      if (!sure) return;
      const done = await run('DELETE', `/views/${id}`);
      if (done !== undefined) views.leave();
      await told(done, words.dropped);
    },
  };
}
