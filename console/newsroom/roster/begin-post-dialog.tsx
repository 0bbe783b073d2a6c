import { Button, Form, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { usePlaces } from '../../places/use-places.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { FillDialog } from './fill-dialog.tsx';
import type { Post } from './fill-dialog.tsx';
import { rosterTexts } from './roster-texts.ts';

interface Typed {
  role: Post['role'];
  placeId: string;
}

/** A post on which nobody stands yet: which role, where; then who stands there, as on every other. */
export function BeginPostDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(rosterTexts);
  const { roles } = useWords(newsroomTexts);
  const language = useLanguage();
  const { places } = usePlaces();
  const [chosen, setChosen] = useState<Typed | null>(null);
  const nameOf = (id: string): string => {
    const place = places.find((one) => one.id === id);
    return place ? inWords(place.name, language) : '';
  };
  if (chosen)
    return (
      <FillDialog
        post={{ role: chosen.role, place: { id: chosen.placeId } }}
        name={`${roles[chosen.role]} · ${nameOf(chosen.placeId)}`}
        onClose={onClose}
      />
    );
  return (
    <Modal open onCancel={onClose} footer={null} title={words.begin.title} width={440} destroyOnHidden>
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'editor', placeId: places[0]?.id }}
        onFinish={setChosen}
      >
        <Form.Item name="role" label={words.begin.role}>
          <Segmented
            aria-label={words.begin.role}
            options={(['editor', 'section-head', 'chief-editor'] as const).map((value) => ({
              value,
              label: roles[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="placeId" label={words.begin.place} rules={[{ required: true, message: words.needed }]}>
          <PlacePicker />
        </Form.Item>
        <Button block type="primary" htmlType="submit">
          {words.begin.next}
        </Button>
      </Form>
    </Modal>
  );
}
