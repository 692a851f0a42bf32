export { currentSession, holderOfPastSession, sessionHash, type CurrentSession } from './current-session.ts'
export {
  finishSignIn,
  signOut,
  startSignIn,
  type FirstStepResult,
  type SecondProof,
  type SecondStepResult,
} from './sign-in/sign-in.ts'
export { type SecondStep } from './sign-in/second-step.ts'
export { completeSetUp, readSetUp, type SetUp } from './set-up/complete-set-up.ts'
export { setStaffCredentials, type Credentials } from './set-up/store-credentials.ts'
export { changePassword } from './set-up/change-password.ts'
export { demoCodeNow, demoPassword, demoTotpSecret } from './set-up/demo-credentials.ts'
export { decideRole, endRole, listRoleChangesFor, readReasons, requestRole } from './roles/change-role.ts'
export { listOpenRolesIn, listOpenRolesOf, type RoleChange, type RoleRow } from './roles/role-queries.ts'
export { inviteStaff, renewSetUpLink, type Invited } from './people/invite-staff.ts'
export { closeAccount } from './people/close-account.ts'
export { getPerson, listPeople, type Passkey, type Person } from './people/people-queries.ts'
export {
  addPasskey,
  changeLanguage,
  offerPasskey,
  readOwnAccount,
  removePasskey,
} from './people/own-account.ts'
export { createOrganisation } from './people/create-organisation.ts'
export { listOrganisations, type Organisation } from './people/organisation-queries.ts'
export { createFirstAdmin } from './people/create-first-admin.ts'
export { countAdmins } from './people/first-role-queries.ts'
export { createClient, decideClient, findClientByToken, listClients } from './clients/manage-clients.ts'
export { type ClientRow } from './clients/client-queries.ts'
export { forgetSignIns } from './sign-in/tidy-queries.ts'
export { findOfficer } from './clients/find-officer.ts'
