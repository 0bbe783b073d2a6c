import { Button } from 'antd';
import { Link } from 'react-router';
import { kitTexts } from '../kit/kit-texts.ts';
import { Quiet } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { shellTexts } from './shell-texts.ts';

/** A page that threw: says what is kept and how to go on. */
export function BrokenPage() {
  const words = useWords(shellTexts);
  const kit = useWords(kitTexts);
  return (
    <Quiet title={words.broken} hint={words.brokenHint}>
      <Button type="primary" onClick={() => location.reload()}>
        {words.reload}
      </Button>
      <Link to="/">{kit.backHome}</Link>
    </Quiet>
  );
}

/** An address that leads nowhere. */
export function MissingPage() {
  const words = useWords(shellTexts);
  const kit = useWords(kitTexts);
  return (
    <Quiet title={words.notFoundTitle} hint={words.notFoundHint}>
      <Link to="/">{kit.backHome}</Link>
    </Quiet>
  );
}
