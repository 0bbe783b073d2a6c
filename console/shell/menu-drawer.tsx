import { Drawer } from 'antd';
import { useWords } from '../kit/texts.ts';
import { shellTexts } from './shell-texts.ts';
import { WaysList } from './ways-list.tsx';

/** The navigation where the window is narrow. */
export function MenuDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords(shellTexts);
  return (
    <Drawer open={open} onClose={onClose} placement="left" size={280} title={words.menu}>
      <WaysList onGo={onClose} />
    </Drawer>
  );
}
