import type { CauseDefinition } from '../types';
import {
  dnsResolutionStatusChange,
  ipAddressSynFailed,
  modecfgAddressSoftExpiry,
  peerAddressSwitch,
} from './addresses';
import { flowOverlap, kickOldSaWithSameFlow, spiConflict } from './flows';
import {
  hardExpiryByPortMismatch,
  phase1HardExpiry,
  phase1SaReplace,
  phase2HardExpiry,
  phase2SaReplace,
} from './lifetimes';
import { dpdTimeout, exchangeTimeout, heartbeatTimeout, reauthTimeout } from './liveness';
import { aaaCutUser, configModifyOrManualOffline, ikev1DependentOffline, peerRequest } from './operators';
import { cpuTableUpdated, hashGeneAdjusted, receiveBackupDeleteInfo } from './platform';
import { disconnectTrack, eapDeleteOldSa, nhrpNotify, receiveInvalidSpiNotify } from './triggers';

/** The 27 causes that end an established tunnel, in the order of the vendor's reference. */
export const teardownCauses: readonly CauseDefinition[] = [
  aaaCutUser,
  configModifyOrManualOffline,
  cpuTableUpdated,
  disconnectTrack,
  dnsResolutionStatusChange,
  dpdTimeout,
  eapDeleteOldSa,
  exchangeTimeout,
  flowOverlap,
  hardExpiryByPortMismatch,
  hashGeneAdjusted,
  heartbeatTimeout,
  ikev1DependentOffline,
  ipAddressSynFailed,
  kickOldSaWithSameFlow,
  modecfgAddressSoftExpiry,
  nhrpNotify,
  peerAddressSwitch,
  peerRequest,
  phase1HardExpiry,
  phase1SaReplace,
  phase2HardExpiry,
  phase2SaReplace,
  reauthTimeout,
  receiveBackupDeleteInfo,
  receiveInvalidSpiNotify,
  spiConflict,
];
