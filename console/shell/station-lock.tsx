import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { act } from '../kit/api.ts';
import { useGate } from '../kit/gate.ts';
import { useMe } from '../kit/session.ts';
import { computerQuery, lastActed, lockHere, noteActed } from '../kit/station-computer.ts';
import { isStationComputer } from '../kit/station-mark.ts';

const idleMilliseconds = 120_000;
const everyMilliseconds = 15_000;
const signsOfAPerson = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** At a station's computer: tells the server that a person is there, and locks when for two minutes nobody was. A full session locks too when its person can come back by PIN. */
export function StationLock() {
  const me = useMe();
  const gate = useGate();
  const { data } = useQuery({ ...computerQuery, enabled: isStationComputer() });
  const byPin = data?.byPin ?? false;
  const locks = byPin || (data?.people.some((one) => one.personId === me.personId && one.counts) ?? false);
  const watches = locks && gate !== 'sign-in';
  useEffect(() => (watches ? watch(byPin) : undefined), [watches, byPin]);
  return null;
}

function watch(byPin: boolean): () => void {
  let told = Date.now();
  noteActed(told);
  const acted = (): void => {
    // Every movement of a pointer need not be written down.
    if (Date.now() - lastActed() > 1_000) noteActed(Date.now());
  };
  const look = (): void => {
    const at = lastActed();
    if (Date.now() - at >= idleMilliseconds) return void lockHere();
    if (!byPin || at <= told) return;
    told = Date.now();
    void act('POST', '/sessions/current/signs', undefined, { gate: false }).catch(() => undefined);
  };
  const timer = setInterval(look, everyMilliseconds);
  for (const sign of signsOfAPerson) addEventListener(sign, acted, { passive: true });
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    for (const sign of signsOfAPerson) removeEventListener(sign, acted);
    document.removeEventListener('visibilitychange', look);
  };
}
