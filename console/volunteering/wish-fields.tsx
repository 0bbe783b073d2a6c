import { Button, DatePicker, Form, Select } from 'antd';
import { useWords } from '../kit/texts.ts';
import { deskTexts } from './desk-texts.ts';
import { asDay } from './new-order/typed-order.ts';
import { usePartOptions } from './order-states.tsx';
import { volunteeringTexts } from './volunteering-texts.ts';
import { newOrderTexts } from './new-order/new-order-texts.ts';

/** Up to three times that suit, best first. */
export function WishFields() {
  const words = useWords(volunteeringTexts);
  const newOrderWords = useWords(newOrderTexts);
  const { wish } = useWords(deskTexts);
  const parts = usePartOptions();
  return (
    <Form.List name="wishes">
      {(lines, { add, remove }) => (
        <>
          {lines.map(({ key, name }) => (
            <div className="two-fields" key={key}>
              <Form.Item
                name={[name, 'day']}
                label={name === 0 ? newOrderWords.wishes : wish.orElse}
                getValueProps={asDay}
              >
                <DatePicker placeholder={words.anyDay} style={{ width: '100%' }} />
              </Form.Item>
              <Form.Item name={[name, 'part']} label={newOrderWords.part}>
                <Select options={parts} />
              </Form.Item>
              {name > 0 && (
                <Button type="link" style={{ padding: 0, marginBottom: 12 }} onClick={() => remove(name)}>
                  {wish.remove}
                </Button>
              )}
            </div>
          ))}
          {lines.length < 3 && (
            <Button
              type="link"
              style={{ padding: 0, marginBottom: 12 }}
              onClick={() => add({ day: null, part: 'any' })}
            >
              + {wish.another}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}
