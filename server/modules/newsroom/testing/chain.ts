import type { Desk } from './desk.ts';

/** A step as a chief editor sends it; what is left out is as by custom. */
export interface SentStep {
  step: string;
  roles: string[];
  dueMinutes?: number;
  pairedWith?: string;
  importantOnly?: boolean;
  checkList?: string[];
  checkListRequired?: boolean;
}

const sent = (steps: readonly SentStep[]): object[] => steps.map((one) => ({ dueMinutes: 60, ...one }));

/** Adds a chain and gives it to the desk's section. Answers its id. */
export async function chainOfSection(desk: Desk, separation: string, steps: readonly SentStep[]): Promise<string> {
  const chief = desk.county.as('chief-editor');
  const name = { 'zh-CN': '要闻的审法', en: 'Front page' };
  const { body, status, text } = await chief.post('/chains', { name, separation, steps: sent(steps) });
  if (status !== 201) throw new Error(text);
  const id = String(body['id']);
  const given = await chief.patch(`/sections/${desk.sectionId}`, { chainId: id });
  if (given.status !== 200) throw new Error(given.text);
  return id;
}

/** Arranges a chain anew. */
export const arrange = (desk: Desk, id: string, basedOn: number, separation: string, steps: readonly SentStep[]) =>
  desk.county.as('chief-editor').post(`/chains/${id}/versions`, { basedOn, separation, steps: sent(steps) });
