import type { Role } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';

const words: Readonly<Record<Role, () => string>> = {
  owner: () => m.team_role_owner(),
  manager: () => m.team_role_manager(),
  technician: () => m.team_role_technician(),
  customer: () => m.team_role_customer(),
};

export const roleWords = (role: Role): string => words[role]();
