import type { KeyboardEvent, MouseEvent } from 'react';
import type { PictureView } from '@xiangyin/server/contract';
import { useWords } from '../kit/texts.ts';
import { mediaTexts } from './media-texts.ts';
import './focus-picker.css';

interface Point {
  readonly x: number;
  readonly y: number;
}

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -2, y: 0 },
  ArrowRight: { x: 2, y: 0 },
  ArrowUp: { x: 0, y: -2 },
  ArrowDown: { x: 0, y: 2 },
};
const shapes = [16 / 9, 4 / 3, 1];
const within = (value: number): number => Math.min(100, Math.max(0, Math.round(value)));

/** The picture, on which the point that matters most is chosen, and what becomes of it in each cut. Fits a form's `Form.Item`. */
export function FocusPicker({
  picture,
  value = picture.focus,
  onChange,
  disabled = false,
}: {
  picture: PictureView;
  value?: Point;
  onChange?: (focus: Point) => void;
  disabled?: boolean;
}) {
  const { pictures } = useWords(mediaTexts);
  const choose = (event: MouseEvent<HTMLButtonElement>): void => {
    // A click by the keyboard has no place.
    if (event.detail === 0) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    onChange?.({
      x: within(((event.clientX - left) / width) * 100),
      y: within(((event.clientY - top) / height) * 100),
    });
  };
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    onChange?.({ x: within(value.x + step.x), y: within(value.y + step.y) });
  };
  return (
    <div className="focus-picker">
      <button
        type="button"
        className="focus-whole"
        disabled={disabled}
        aria-label={pictures.focusAt(value.x, value.y)}
        onClick={choose}
        onKeyDown={move}
      >
        <img src={picture.src} alt={picture.alt} width={picture.width} height={picture.height} />
        {!disabled && <span className="focus-point" style={{ left: `${value.x}%`, top: `${value.y}%` }} />}
      </button>
      <div className="focus-cuts" aria-hidden="true">
        {shapes.map((ratio) => (
          <Cut key={ratio} picture={picture} ratio={ratio} focus={value} />
        ))}
      </div>
    </div>
  );
}

// The same box as the server's `cutBox`, in per cent.
function Cut({ picture, ratio, focus }: { picture: PictureView; ratio: number; focus: Point }) {
  const width = Math.min(1, (picture.height * ratio) / picture.width);
  const height = Math.min(1, picture.width / ratio / picture.height);
  const at = (part: number, percent: number): number => Math.min(1 - part, Math.max(0, percent / 100 - part / 2));
  return (
    <span className="focus-cut" style={{ aspectRatio: ratio }}>
      <img
        src={picture.src}
        alt=""
        style={{
          width: `${100 / width}%`,
          left: `${(-at(width, focus.x) / width) * 100}%`,
          top: `${(-at(height, focus.y) / height) * 100}%`,
        }}
      />
    </span>
  );
}
