/** The one check of an operation's permission. */
import { may } from '../../kernel/actor.ts';
import { MEMBER, PUBLIC, type Permission } from '../../kernel/operations.ts';
import { Denied } from '../../kernel/refusal.ts';
import type { Execution } from './execution.ts';

export function permit(execution: Execution, permission: Permission): void {
  if (permission === PUBLIC) return;
  const { actor } = execution; // throws for a stranger
  if (permission !== MEMBER && !may(actor, permission as string)) throw new Denied(permission as string);
}
