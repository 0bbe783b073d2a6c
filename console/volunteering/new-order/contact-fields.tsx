import { NameAndPhone } from './name-and-phone.tsx';
import { NoticeFields } from './notice-fields.tsx';
import { OtherContacts } from './other-contacts.tsx';
import { otherContacts } from './typed-order.ts';

/** Who orders, and whom else to call or tell. */
export function ContactFields() {
  return (
    <>
      <NameAndPhone />
      <NoticeFields />
      <OtherContacts numbers={otherContacts} />
    </>
  );
}
