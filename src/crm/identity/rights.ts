/**
 * What roles give, as pure rules. Several roles add up: every permission of any of them, the widest
 * reach, and a field stays hidden only while all of them hide it. Nobody gives more than they hold.
 */
import { ReachLevel } from '../../kernel/actor.ts';
import type { Catalogue } from '../../kernel/module.ts';
import type { UserError } from '../../kernel/refusal.ts';
import { builtInRoles, type BuiltInRole } from './built-in-role.ts';

export interface RoleTerms {
  readonly builtIn: BuiltInRole | null;
  readonly permissions: readonly string[];
  readonly reach: ReachLevel;
  readonly hiddenFields: readonly string[];
}

/** An actor holds these. */
export interface Rights {
  readonly permissions: ReadonlySet<string>;
  readonly reach: ReachLevel;
  readonly hidden: ReadonlySet<string>;
}

const REACHES: readonly ReachLevel[] = [ReachLevel.OWN, ReachLevel.TEAM, ReachLevel.ALL];

/** In alphabetical order; what a role once listed and no module knows any more gives nothing. */
export function permissionsOf(role: Pick<RoleTerms, 'builtIn' | 'permissions'>, { permissions }: Catalogue): string[] {
  const listedAs = role.builtIn && builtInRoles[role.builtIn].listedAs;
  const holds = (name: string): boolean => {
    if (role.builtIn === null) return role.permissions.includes(name);
    return listedAs === null || permissions.get(name)?.roles.includes(listedAs) === true;
  };
  return [...permissions.keys()].filter(holds).sort();
}

export function rightsOf(roles: readonly RoleTerms[], catalogue: Catalogue): Rights {
  return {
    permissions: new Set(roles.flatMap((role) => permissionsOf(role, catalogue))),
    reach: REACHES.findLast((level) => roles.some(({ reach }) => reach === level)) ?? 'OWN',
    hidden: new Set([...catalogue.hideable].filter((field) => roles.every(({ hiddenFields }) => hiddenFields.includes(field)))),
  };
}

/** What of these rights goes beyond the giver's own, in words; null when nothing does. */
export function excess(rights: Rights, giver: Rights): string | null {
  const all = giver.permissions.has('*');
  const more = [...rights.permissions].filter((name) => !all && !giver.permissions.has(name));
  if (more.length > 0) return `the permission${more.length > 1 ? 's' : ''} ${more.map((name) => `\`${name}\``).join(', ')}`;
  if (REACHES.indexOf(rights.reach) > REACHES.indexOf(giver.reach)) return `the reach ${rights.reach}`;
  const seen = [...giver.hidden].filter((field) => !rights.hidden.has(field));
  return seen.length > 0 ? `the sight of ${seen.join(', ')}` : null;
}

export function unknownPermissions(permissions: readonly string[], catalogue: Catalogue): UserError[] {
  return permissions.flatMap((name, i) => (catalogue.permissions.has(name) ? [] : [{
    code: 'UNKNOWN_PERMISSION', field: ['permissions', String(i)],
    message: `There is no permission \`${name}\`. The role of an administrator lists them all.`,
  }]));
}

export function unhideableFields(fields: readonly string[], catalogue: Catalogue): UserError[] {
  return fields.flatMap((name, i) => (catalogue.hideable.has(name) ? [] : [{
    code: 'FIELD_NOT_HIDEABLE', field: ['hiddenFields', String(i)],
    message: `\`${name}\` is not a field that can be hidden. Those that can: ${[...catalogue.hideable].sort().join(', ')}.`,
  }]));
}
