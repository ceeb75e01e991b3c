/**
 * Whoever uses Rapport, and how they prove it. All other modules stand on this one: their records belong to its
 * organisations, are owned by its users and teams, and are permitted by its roles, which hold what every module
 * declares.
 */
import type { Module } from '../../kernel/module.ts';
import { ApiKey } from './api-key.ts';
import { ApiKeyResolver } from './api-key.resolver.ts';
import { Organization } from './organization.ts';
import { OrganizationResolver } from './organization.resolver.ts';
import { Role, RoleGrant } from './role.ts';
import { RoleResolver } from './role.resolver.ts';
import { Session } from './session.ts';
import { SessionResolver } from './session.resolver.ts';
import { TeamMembership } from './team-membership.ts';
import { Team } from './team.ts';
import { TeamResolver } from './team.resolver.ts';
import { User } from './user.ts';
import { UserResolver } from './user.resolver.ts';

export const identity: Module = {
  name: 'identity',
  description: 'Who uses Rapport: organisations (the tenants), their users, teams, roles and API keys, and how each proves who they are.',
  models: [Organization, Team, User, TeamMembership, Role, RoleGrant, Session, ApiKey],
  resolvers: [new OrganizationResolver(), new UserResolver(), new TeamResolver(), new RoleResolver(), new SessionResolver(), new ApiKeyResolver()],
  permissions: {
    'organization:update': { description: 'Change the settings of the organisation.', roles: [] },
    'user:create': { description: 'Add users.', roles: [] },
    'user:update': { description: 'Change users, the address they sign in with among it.', roles: [] },
    'user:deactivate': { description: 'Close the accounts of users.', roles: [] },
    'team:create': { description: 'Make teams.', roles: ['supervisor'] },
    'team:update': { description: 'Rename teams and say who is in them.', roles: ['supervisor'] },
    'role:define': { description: "Define roles of the organisation's own.", roles: [] },
    'role:grant': { description: 'Give roles to users.', roles: [] },
    'role:revoke': { description: 'Take roles from users.', roles: [] },
    'apiKey:read': { description: 'See API keys, never their secrets.', roles: [] },
    'apiKey:create': { description: 'Make API keys.', roles: [] },
    'apiKey:revoke': { description: 'End API keys.', roles: [] },
  },
  events: {
    'organization.created': 'An organisation began.',
    'organization.updated': 'Settings of the organisation changed.',
    'user.created': 'A user was added.',
    'user.updated': 'Attributes of a user changed.',
    'user.passwordChanged': 'A user got another password.',
    'user.deactivated': 'The account of a user was closed.',
    'user.teamsChanged': 'A user joined or left a team.',
    'user.roleGranted': 'A user was given a role.',
    'user.roleRevoked': 'A role was taken from a user.',
    'team.created': 'A team was made.',
    'team.updated': 'A team was renamed.',
    'role.created': 'A role was made.',
    'role.updated': 'A role was defined anew.',
    'apiKey.created': 'An API key was made.',
    'apiKey.revoked': 'An API key was ended.',
  },
  refusals: {
    SIGN_IN_FAILED: 'No account has this e-mail address and password.',
    SIGN_IN_SLOWED_DOWN: 'Too many wrong passwords; the message says in how many seconds the next try is possible.',
    SIGN_IN_BUSY: 'Too many are signing in at this moment; try again in some seconds.',
    REFRESH_TOKEN_INVALID: 'The text is no refresh token, or its session is over: sign in again.',
    REFRESH_TOKEN_REUSED: 'The refresh token was used before, so it may have been stolen: its session was ended.',
    PEOPLE_ONLY: 'Only a person who signed in can do this, not an API key.',
    WRONG_PASSWORD: 'The current password is another.',
    WEAK_PASSWORD: 'The new password is too short, too long or easy to guess.',
    EMAIL_TAKEN: 'Somebody in the organisation signs in with this address already.',
    USER_ALREADY_DEACTIVATED: 'The account is closed already.',
    LAST_ADMINISTRATOR: 'Nobody else could run the organisation.',
    TEAM_NAME_TAKEN: 'A team of this name exists already.',
    ALREADY_IN_TEAM: 'The user is in this team already.',
    TOO_MANY_TEAMS: 'A user is in as many teams as possible.',
    ROLE_NAME_TAKEN: 'A role of this name exists already.',
    ROLE_BUILT_IN: 'A built-in role stays as it is.',
    ROLE_ALREADY_GRANTED: 'The user holds this role already.',
    ROLE_NOT_GRANTED: 'The user does not hold this role.',
    TOO_MANY_ROLES: 'A user holds as many roles as possible.',
    UNKNOWN_PERMISSION: 'There is no such permission.',
    FIELD_NOT_HIDEABLE: 'There is no such field, or it cannot be hidden.',
    MORE_THAN_YOURS: 'Nobody gives more than they hold themselves.',
    API_KEY_ALREADY_REVOKED: 'The key is revoked already.',
    EXPIRY_IN_THE_PAST: 'The moment of expiry is over.',
    INVALID_MAIL_DOMAIN: 'A text is not a mail domain.',
  },
};
