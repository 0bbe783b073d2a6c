import { z } from 'zod';
import { channelShapes } from '../contract.ts';

/** A channel as its routes answer, whatever its kind must be told. */
export const { channelView, channelWithSecret } = channelShapes(z.looseObject({ kind: z.string() }));
