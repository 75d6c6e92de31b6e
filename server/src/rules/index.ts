import { ahWithEncryption } from './ahWithEncryption';
import { clearTextKey } from './clearTextKey';
import { commandWithoutEffect } from './commandWithoutEffect';
import { duplicateCommand } from './duplicateCommand';
import { emptySecurity } from './emptySecurity';
import { equalIds } from './equalIds';
import { failureRules } from './failures';
import type { FailureRule } from './failures/failure';
import { heartbeatTimeout } from './heartbeatTimeout';
import { incompletePeer } from './incompletePeer';
import { incompletePolicy } from './incompletePolicy';
import { invalidArgument } from './invalidArgument';
import { missingLocalId } from './missingLocalId';
import { missingPfs } from './missingPfs';
import { netmaskFilter } from './netmaskFilter';
import { olderVersion, type VersionRule } from './olderVersion';
import { overlappingAcls } from './overlappingAcls';
import { ownRemoteAddress } from './ownRemoteAddress';
import type { Rule } from './rule';
import { tunnelRules } from './tunnel';
import type { TunnelRule } from './tunnelRule';
import { runningDiffers, type RunningRule } from './runningDiffers';
import { securityAclKind } from './securityAclKind';
import { smWithIkev2 } from './smWithIkev2';
import { spokeOverlap, type HubRule } from './spokeOverlap';
import { tunnelDestination } from './tunnelDestination';
import { unappliedPolicy } from './unappliedPolicy';
import { undefinedName } from './undefinedName';
import { unknownCommand } from './unknownCommand';
import { unusedBlock } from './unusedBlock';
import { userTable } from './userTable';
import { weakAlgorithm } from './weakAlgorithm';
import { wrongView } from './wrongView';

/** Every rule, in the order of the documentation. */
export const rules: readonly (Rule | TunnelRule | VersionRule | HubRule | RunningRule | FailureRule)[] = [
  undefinedName,
  unusedBlock,
  incompletePeer,
  incompletePolicy,
  unappliedPolicy,
  ownRemoteAddress,
  tunnelDestination,
  missingLocalId,
  equalIds,
  overlappingAcls,
  securityAclKind,
  smWithIkev2,
  commandWithoutEffect,
  ahWithEncryption,
  emptySecurity,
  netmaskFilter,
  heartbeatTimeout,
  userTable,
  missingPfs,
  weakAlgorithm,
  clearTextKey,
  invalidArgument,
  unknownCommand,
  wrongView,
  duplicateCommand,
  olderVersion,
  runningDiffers,
  ...tunnelRules,
  spokeOverlap,
  ...failureRules,
];
