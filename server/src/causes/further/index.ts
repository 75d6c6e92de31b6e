import type { CauseDefinition } from '../types';
import { formCertPayloadFail, noValidLocalCert, peerCertExpired, peerCertRevoked } from './certificates';
import {
  adminDown,
  forwardDown,
  hardwareTimeout,
  manualOffline,
  receivePhase1DeleteInfo,
  receivePhase2DeleteInfo,
  resetSaByIkeUser,
  saWithSameUserExists,
} from './offline';
import {
  exchangeModeMismatch,
  exchangeTypeMismatch,
  maxTransmitReached,
  messageIdUnordered,
  peerFlowTooWide,
  shortPacket,
  uncriticalDrop,
} from './packets';
import { responderMismatches } from './responder';

/** The causes known beyond the vendor's list of 70: from alarm lists, counters and other products. */
export const furtherCauses: readonly CauseDefinition[] = [
  exchangeModeMismatch,
  exchangeTypeMismatch,
  uncriticalDrop,
  shortPacket,
  messageIdUnordered,
  maxTransmitReached,
  peerFlowTooWide,
  formCertPayloadFail,
  noValidLocalCert,
  peerCertExpired,
  peerCertRevoked,
  ...responderMismatches,
  hardwareTimeout,
  manualOffline,
  adminDown,
  forwardDown,
  resetSaByIkeUser,
  saWithSameUserExists,
  receivePhase1DeleteInfo,
  receivePhase2DeleteInfo,
];
