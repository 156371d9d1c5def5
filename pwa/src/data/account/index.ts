export { useDeviceState } from '../hooks/use-session.ts';
export { leaveDemo, startDemo } from './demo-link.ts';
export { requestReset, resetPassword } from './password.ts';
export { join, register, signIn } from './sign-in.ts';
export { signOut, type SignOutRefusal } from './sign-out.ts';
export { stepAside } from './step-aside.ts';
export { startDevice } from './start.ts';
export {
  createInvite,
  listInvites,
  listManagers,
  removeManager,
  revokeInvite,
  type InviteInput,
} from './team.ts';
