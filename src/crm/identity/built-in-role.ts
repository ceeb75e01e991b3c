/**
 * The roles every organisation starts with. Which permissions they hold is said where a permission is
 * declared, in its module, and read at run time: a release that brings permissions needs no migration of
 * roles. Agents and supervisors reach everything, because they serve whoever calls, and what just arrived
 * belongs to no team yet; a seller works their own accounts.
 */
import type { ReachLevel } from '../../kernel/actor.ts';
import { choices, type Choice } from '../../kernel/choices.ts';
import type { BuiltInRole as Grantee } from '../../kernel/module.ts';

export const BuiltInRole = choices('BuiltInRole', 'A role that every organisation has; each release brings its permissions along. May grow.', {
  ADMINISTRATOR: 'Runs the organisation: holds every permission.',
  SUPERVISOR: 'Leads agents or sellers: sees and moves the work of all.',
  AGENT: 'Serves customers on every channel.',
  SELLER: 'Sells to the customers they own.',
  MARKETER: 'Plans and runs campaigns.',
  READ_ONLY: 'Sees everything and changes nothing.',
});
export type BuiltInRole = Choice<typeof BuiltInRole>;

interface Terms {
  readonly name: string;
  readonly reach: ReachLevel;
  /** Under which name permissions list it; null: holds all without being listed. */
  readonly listedAs: Grantee | null;
}

export const builtInRoles: Readonly<Record<BuiltInRole, Terms>> = {
  ADMINISTRATOR: { name: 'Administrator', reach: 'ALL', listedAs: null },
  SUPERVISOR: { name: 'Supervisor', reach: 'ALL', listedAs: 'supervisor' },
  AGENT: { name: 'Agent', reach: 'ALL', listedAs: 'agent' },
  SELLER: { name: 'Seller', reach: 'OWN', listedAs: 'seller' },
  MARKETER: { name: 'Marketer', reach: 'ALL', listedAs: 'marketer' },
  READ_ONLY: { name: 'Read only', reach: 'ALL', listedAs: 'readOnly' },
};
