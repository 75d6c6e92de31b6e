import type { CauseDefinition } from '../types';
import { localAddressMismatch, noPolicyApplied } from './address';
import { authenticationFail, malformedMessage, malformedPayload } from './authentication';
import { initiatorDhMismatch } from './dh';
import { flowConflict, flowOrPeerMismatch, netmaskMismatch } from './flow';
import { fragmentPacketLimit, fragmentReassembleTimeout } from './fragments';
import { configIdMismatch, constructLocalIdFail, noUserInterface } from './identity';
import { encapsulationModeMismatch, ikev2NotSupportSm } from './ipsecProposal';
import { dynamicPeersLimit, firstPacketLimited, licenseLimited, tunnelLimit } from './limits';
import { roleMismatch, unknownExchangeType } from './modes';
import { cookieMismatch, criticalDrop, invalidCookie, invalidLength, natDetectionFail } from './packets';
import { peerAddressMismatch } from './peers';
import { phase2ProposalOrPfsMismatch, proposalMismatchOrSm } from './phase2';
import { phase1ProposalMismatch, responderDhMismatch } from './proposals';
import { rekeyFail, rekeyNoFindOldSa } from './rekeying';
import { routeLimit } from './routes';
import { inDisconnectState } from './tracking';
import { eapAuthenticationFail, eapAuthenticationTimeout, ipAssignedFail } from './users';
import { unsupportedVersion, versionMismatch } from './versions';
import { xauthAuthenticationFail, xauthAuthenticationTimeout } from './xauth';

/** The 43 causes that end a negotiation, in the order of the vendor's reference. */
export const negotiationCauses: readonly CauseDefinition[] = [
  authenticationFail,
  configIdMismatch,
  constructLocalIdFail,
  cookieMismatch,
  criticalDrop,
  dynamicPeersLimit,
  eapAuthenticationFail,
  eapAuthenticationTimeout,
  encapsulationModeMismatch,
  firstPacketLimited,
  flowConflict,
  flowOrPeerMismatch,
  fragmentPacketLimit,
  fragmentReassembleTimeout,
  ikev2NotSupportSm,
  inDisconnectState,
  initiatorDhMismatch,
  invalidCookie,
  invalidLength,
  ipAssignedFail,
  tunnelLimit,
  licenseLimited,
  localAddressMismatch,
  malformedMessage,
  malformedPayload,
  natDetectionFail,
  netmaskMismatch,
  noPolicyApplied,
  noUserInterface,
  peerAddressMismatch,
  phase1ProposalMismatch,
  phase2ProposalOrPfsMismatch,
  proposalMismatchOrSm,
  rekeyFail,
  rekeyNoFindOldSa,
  responderDhMismatch,
  roleMismatch,
  routeLimit,
  unknownExchangeType,
  unsupportedVersion,
  versionMismatch,
  xauthAuthenticationFail,
  xauthAuthenticationTimeout,
];
