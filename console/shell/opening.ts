import { useEffect, useState } from 'react';

/** The parts of the frame that can be opened from elsewhere. */
type Part = 'palette' | 'keys';

const doors = new EventTarget();

/** Opens a part of the frame. */
export const openPart = (part: Part): boolean => doors.dispatchEvent(new Event(part));

/** Whether a part is open, and its switch. */
export function useOpening(part: Part): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onOpen = (): void => setOpen(true);
    doors.addEventListener(part, onOpen);
    return () => doors.removeEventListener(part, onOpen);
  }, [part]);
  return [open, setOpen];
}
