import { colour, darker } from './palette.ts';
import { wheel } from './things.ts';
import { disc, path, rect, times } from './shapes.ts';

/** A town bus facing right; (x, y) the ground under its rear bumper, `long` its length. */
export function bus(
  x: number,
  y: number,
  long: number,
  tone: string = colour.pine,
  glass: string = colour.water,
): string {
  const [h, r] = [long * 0.36, long * 0.058];
  const floor = y - r * 0.7;
  const pane = long * 0.13;
  return [
    rect(x, floor - h, long, h, tone, long * 0.035),
    rect(x, floor - h * 0.3, long, h * 0.09, colour.cream),
    times(4, (i) => rect(x + long * 0.05 + i * (pane + long * 0.022), floor - h * 0.86, pane, h * 0.42, glass, 8)),
    rect(x + long * 0.665, floor - h * 0.86, long * 0.13, h * 0.82, darker(tone, 0.35), 8),
    rect(x + long * 0.675, floor - h * 0.82, long * 0.05, h * 0.72, glass, 5),
    rect(x + long * 0.735, floor - h * 0.82, long * 0.05, h * 0.72, glass, 5),
    path(
      `M${x + long * 0.825} ${floor - h * 0.86}H${x + long * 0.965}Q${x + long * 0.99} ${floor - h * 0.86} ${x + long * 0.99} ${floor - h * 0.7}V${floor - h * 0.38}H${x + long * 0.825}Z`,
      glass,
    ),
    disc(x + long * 0.965, floor - h * 0.14, long * 0.02, colour.wheat),
    rect(x + long * 0.008, floor - h * 0.2, long * 0.018, h * 0.12, colour.persimmon, 3),
    wheel(x + long * 0.2, y - r, r),
    wheel(x + long * 0.86, y - r, r),
  ].join('');
}

/** A small van facing right; (x, y) the ground under its tail. */
export function van(
  x: number,
  y: number,
  long: number,
  tone: string = colour.straw,
  glass: string = colour.water,
  doorOpen = false,
): string {
  const [h, r] = [long * 0.5, long * 0.085];
  const floor = y - r * 0.8;
  return [
    path(
      `M${x} ${floor - h * 0.9}Q${x} ${floor - h} ${x + long * 0.05} ${floor - h}H${x + long * 0.7}Q${x + long * 0.78} ${floor - h} ${x + long * 0.83} ${floor - h * 0.82}L${x + long * 0.9} ${floor - h * 0.5}Q${x + long} ${floor - h * 0.46} ${x + long} ${floor - h * 0.3}V${floor}H${x}Z`,
      tone,
    ),
    rect(x, floor - h * 0.16, long, h * 0.09, darker(tone, 0.2)),
    rect(x + long * 0.05, floor - h * 0.86, long * 0.2, h * 0.36, glass, 8),
    doorOpen
      ? rect(x + long * 0.29, floor - h * 0.88, long * 0.24, h * 0.84, darker(tone, 0.6), 6)
      : rect(x + long * 0.3, floor - h * 0.86, long * 0.22, h * 0.36, glass, 8),
    path(
      `M${x + long * 0.58} ${floor - h * 0.86}H${x + long * 0.7}Q${x + long * 0.76} ${floor - h * 0.86} ${x + long * 0.79} ${floor - h * 0.76}L${x + long * 0.845} ${floor - h * 0.5}H${x + long * 0.58}Z`,
      glass,
    ),
    disc(x + long * 0.965, floor - h * 0.3, long * 0.025, colour.card),
    wheel(x + long * 0.2, y - r, r),
    wheel(x + long * 0.8, y - r, r),
  ].join('');
}

/** A car facing right; (x, y) the ground under its tail. */
export function car(x: number, y: number, long: number, tone: string, glass: string = colour.water): string {
  const [h, r] = [long * 0.3, long * 0.095];
  const floor = y - r * 0.7;
  return [
    path(
      `M${x} ${floor - h * 0.48}Q${x + long * 0.02} ${floor - h * 0.56} ${x + long * 0.12} ${floor - h * 0.58}L${x + long * 0.25} ${floor - h}Q${x + long * 0.28} ${floor - h * 1.08} ${x + long * 0.34} ${floor - h * 1.08}H${x + long * 0.58}Q${x + long * 0.64} ${floor - h * 1.08} ${x + long * 0.68} ${floor - h}L${x + long * 0.79} ${floor - h * 0.6}L${x + long * 0.95} ${floor - h * 0.5}Q${x + long} ${floor - h * 0.46} ${x + long} ${floor - h * 0.3}V${floor}H${x}Z`,
      tone,
    ),
    path(
      `M${x + long * 0.2} ${floor - h * 0.6}L${x + long * 0.29} ${floor - h * 0.95}H${x + long * 0.44}V${floor - h * 0.6}ZM${x + long * 0.47} ${floor - h * 0.6}V${floor - h * 0.95}H${x + long * 0.6}L${x + long * 0.7} ${floor - h * 0.6}Z`,
      glass,
    ),
    disc(x + long * 0.965, floor - h * 0.32, long * 0.026, colour.cream),
    rect(x, floor - h * 0.42, long * 0.03, h * 0.16, colour.persimmon, 2),
    wheel(x + long * 0.22, y - r, r),
    wheel(x + long * 0.78, y - r, r),
  ].join('');
}

/** A wooden boat; (x, y) the middle of its water line. */
export function boat(x: number, y: number, long: number, tone: string = colour.wood): string {
  const half = long / 2;
  return [
    path(
      `M${x - half} ${y - long * 0.13}Q${x} ${y - long * 0.04} ${x + half} ${y - long * 0.14}Q${x + half * 0.86} ${y + long * 0.04} ${x + half * 0.62} ${y + long * 0.06}H${x - half * 0.66}Q${x - half * 0.88} ${y + long * 0.03} ${x - half} ${y - long * 0.13}Z`,
      tone,
    ),
    path(
      `M${x - half} ${y - long * 0.13}Q${x} ${y - long * 0.04} ${x + half} ${y - long * 0.14}L${x + half * 0.97} ${y - long * 0.105}Q${x} ${y - long * 0.005} ${x - half * 0.97} ${y - long * 0.095}Z`,
      darker(tone, 0.35),
    ),
  ].join('');
}
