import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { materialListView, MaterialView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { SearchIcon } from '../../kit/icons.tsx';
import { kitTexts } from '../../kit/kit-texts.ts';
import { Failure } from '../../kit/loaded.tsx';
import { Bones, Quiet } from '../../kit/page.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { lengthOf } from '../../media/material/length.ts';
import { materialTexts } from '../../media/material/material-texts.ts';
import { SaidTags } from '../../media/said-tags.tsx';
import { sizeOf } from '../../media/upload/size.ts';
import '../../media/material/material.css';
import { toolIcons } from './tool-icons.tsx';

/** Puts sound, a video or a document into the text: a paragraph that is a link. A recording is played there; the hash in the address is signed with the text. */
export function MaterialTool({ editor }: { editor: Editor }) {
  const words = useWords(materialTexts);
  const [choosing, setChoosing] = useState(false);
  const insert = (material: MaterialView): void => {
    const { to } = editor.state.selection;
    editor
      .chain()
      .focus(to)
      .insertContent({
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: wordsOf(material),
            marks: [{ type: 'link', attrs: { href: material.href ?? `/materials/${material.hash}` } }],
          },
        ],
      })
      .run();
    setChoosing(false);
  };
  return (
    <>
      <button type="button" title={words.tool} aria-label={words.tool} onClick={() => setChoosing(true)}>
        {toolIcons.material}
      </button>
      <Modal
        open={choosing}
        onCancel={() => setChoosing(false)}
        footer={null}
        title={words.toolTitle}
        width={640}
        destroyOnHidden
      >
        <MaterialChoice onPick={insert} />
      </Modal>
    </>
  );
}

// Whoever takes a document home wants to know how large it is.
function wordsOf({ title, name, kind, bytes }: MaterialView): string {
  const said = title || name;
  if (kind !== 'document') return said;
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toUpperCase();
  return `${said}（${[ending, sizeOf(bytes)].filter(Boolean).join('，')}）`;
}

function MaterialChoice({ onPick }: { onPick: (material: MaterialView) => void }) {
  const words = useWords(materialTexts);
  const kit = useWords(kitTexts);
  const [q, setQ] = useState('');
  const list = useQuery({
    queryKey: ['materials', 'choice', q],
    queryFn: ({ signal }) => read<Answer<typeof materialListView>>('/materials', { q, limit: 40 }, { signal }),
    placeholderData: (before) => before,
  });
  const items = list.data?.items ?? [];
  return (
    <div className="stack">
      <p className="meta">{words.toolHint}</p>
      <Input
        aria-label={words.search}
        placeholder={words.search}
        prefix={<SearchIcon size={16} />}
        allowClear
        onPressEnter={(event) => setQ(event.currentTarget.value.trim())}
        onChange={(event) => event.target.value === '' && setQ('')}
      />
      {list.error ? (
        <Failure error={list.error} again={() => void list.refetch()} />
      ) : list.isPending ? (
        <Bones label={kit.loading} />
      ) : items.length === 0 ? (
        <Quiet title={words.empty} />
      ) : (
        <ul className="material-choice">
          {items.map((material) => (
            <li key={material.id}>
              <span>
                <strong>{material.title || material.name}</strong>
                <span className="meta">
                  {[
                    words.kinds[material.kind],
                    material.durationMilliseconds === null
                      ? sizeOf(material.bytes)
                      : lengthOf(material.durationMilliseconds),
                    ...(material.state === 'ready' ? [] : [words.states[material.state]]),
                  ].join(' · ')}
                </span>
                <SaidTags said={material} />
              </span>
              <Button size="small" disabled={material.state !== 'ready'} onClick={() => onPick(material)}>
                {words.pick}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
