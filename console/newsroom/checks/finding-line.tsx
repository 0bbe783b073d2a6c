import { whyOf, wordsOfCheck, type Finding } from '@xiangyin/document/checks';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { furtherChecks } from '../../kit/further-words.ts';
import { useLanguage, useTag } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { checksTexts } from './checks-texts.ts';

/** One finding: the words, why they ask to be looked at, and what can be done. Without `onShow` it is only read. */
export function FindingLine({
  finding,
  active = false,
  onShow,
  onFix,
  children,
}: {
  finding: Finding;
  active?: boolean;
  onShow?: () => void;
  onFix?: () => void;
  children?: ReactNode;
}) {
  const words = useWords(checksTexts);
  const language = useLanguage();
  const tag = useTag();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const place =
    finding.path === '/title'
      ? words.inTitle
      : finding.path === '/deck'
        ? words.inDeck
        : finding.path.includes('/attrs/')
          ? words.inPicture
          : '';
  const head = (
    <>
      <span className="meta">
        {wordsOfCheck(finding.check, language, furtherChecks(tag)).name}
        {place !== '' && ` · ${place}`}
      </span>
      {finding.words !== '' && (
        <span className="finding-words">
          {finding.before}
          <mark>{finding.words}</mark>
          {finding.after}
        </span>
      )}
    </>
  );
  return (
    <li ref={line} data-active={active}>
      {onShow ? (
        <button type="button" className="finding-head" aria-current={active} onClick={onShow}>
          {head}
        </button>
      ) : (
        <div className="finding-head">{head}</div>
      )}
      <p className="finding-why">{whyOf(finding, language, furtherChecks(tag))}</p>
      {(onFix || children) && (
        <div className="row tight">
          {onFix && finding.suggestion !== null && (
            <Button size="small" onClick={onFix}>
              {finding.suggestion.trim() === '' ? words.remove : words.fix(finding.suggestion)}
            </Button>
          )}
          {children}
        </div>
      )}
    </li>
  );
}
