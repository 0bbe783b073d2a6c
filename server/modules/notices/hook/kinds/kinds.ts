import type { HookKindName } from '../../contract.ts';
import { dingtalk } from './dingtalk.ts';
import { feishu } from './feishu.ts';
import type { HookKind } from './kind.ts';
import { program } from './program.ts';
import { wecom } from './wecom.ts';

/** The kinds of hooks by name. */
export const hookKinds: Readonly<Record<HookKindName, HookKind>> = { wecom, dingtalk, feishu, program };
